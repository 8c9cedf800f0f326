using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Starting;

namespace Ashlar.Graph.Paths.Falling;

/// <summary>What falls with each AI workload, and with each identity that controls something or runs one.</summary>
internal sealed class Falls
{
    private const int MostReached = 20;
    private readonly Terrain _terrain;
    private readonly Effects _effects;
    private readonly Closures _closures;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<int>> _of;

    /// <param name="subjects">Nodes of each subject, by its id; made before the graph was.</param>
    public Falls(AttackGraph graph, Terrain terrain, IReadOnlyDictionary<string, IReadOnlyList<int>> subjects, CancellationToken cancellationToken)
    {
        (_terrain, _of) = (terrain, subjects);
        _effects = new Effects(graph, terrain);
        _closures = new Closures(graph, _effects, cancellationToken);
    }

    /// <summary>Nodes of the subjects, by their ids.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Subjects(Terrain terrain, GraphMaker maker)
    {
        var found = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var person in terrain.People.All.Where(p => p.Tier < 2 || p.Workloads.Length > 0))
            found[person.ResourceId] = [maker.Nodes.Node(NodeKind.Holdings, maker.Holdings.Of(person.Number)), .. person.Kind is "group" ? [maker.Nodes.Node(NodeKind.Principal, person.Number)] : Array.Empty<int>()];
        var runs = terrain.People.All.Where(p => p.Workloads.Length > 0).SelectMany(p => People.Texts(p.Workloads).Select(w => (Workload: w, p.Number))).ToLookup(r => r.Workload, r => r.Number);
        var own = terrain.Places.All.Where(p => p.Workloads.Count == 1 && p.IsOwn).ToLookup(p => p.Workloads[0], p => p.Index);
        foreach (var workload in terrain.Workloads.All)
            found[workload.Id] = [.. runs[workload.Id].Select(p => maker.Nodes.Node(NodeKind.Principal, p)), .. own[workload.Index].SelectMany(p => (int[])[maker.Nodes.Node(NodeKind.Prompted, p), .. Runs(terrain, p) ? [maker.Nodes.Node(NodeKind.Code, p)] : Array.Empty<int>()])];
        return found;
    }

    // An account of models is asked; what else a workload has runs code.
    private static bool Runs(Terrain terrain, int place) => !terrain.Places.All[place].Type.StartsWith("microsoft.cognitiveservices/", StringComparison.Ordinal);

    /// <summary>Workloads first, each ordered by id.</summary>
    public IEnumerable<Fall> All(CancellationToken cancellationToken)
    {
        var missing = Missing();
        // Of a workload it is asked too whether its paths could be seen.
        IReadOnlyList<string> ofPaths = _terrain.Doors.Read ? missing : [.. missing, Unread.OfReach];
        foreach (var workload in _terrain.Workloads.All)
            yield return Of(_closures.Of(_of[workload.Id]), workload.Id, -1, "workload", workload.Name, false, [workload.Index], ofPaths);
        var known = new Dictionary<(int, bool), Fall>();
        foreach (var person in _terrain.People.All.Where(p => _of.ContainsKey(p.ResourceId)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = person.Workloads.Length == 0 ? [] : (IReadOnlyList<int>)[.. _terrain.Workloads.All.Where(w => People.Texts(person.Workloads).Contains(w.Id)).Select(w => w.Index)];
            var nodes = _of[person.ResourceId];
            var rules = _terrain.Rulers.Of(person.Number) is not null;
            IReadOnlyList<string> unread = person.Complete ? missing : [.. missing.Append(Unread.OfIdentities).Distinct()];
            // Who is in the same sets falls alike.
            if (nodes.Count > 1 || own.Count > 0 || !known.TryGetValue((nodes[0], rules), out var fall))
                fall = Of(_closures.Of(nodes), person.ResourceId, person.Number, "identity", PeopleStarts.Shown(person), rules, own, unread);
            if (nodes.Count == 1 && own.Count == 0)
                known[(nodes[0], rules)] = fall;
            yield return fall with { SubjectId = person.ResourceId, Name = PeopleStarts.Shown(person), Missing = unread };
        }
    }

    private Fall Of(ulong[] bits, string id, int self, string kind, string name, bool rules, IReadOnlyList<int> own, IReadOnlyList<string> missing)
    {
        var (data, secrets) = (Closures.Count(bits, _effects.Data, _effects.Secrets), Closures.Count(bits, _effects.Secrets, _effects.Principals));
        var identities = Closures.Count(bits, _effects.Principals, _effects.Ruler) - (self >= 0 && Closures.Has(bits, _effects.Principals + self) ? 1 : 0);
        var workloads = Closures.Count(bits, _effects.Workloads, _effects.Bits) - own.Count(w => Closures.Has(bits, _effects.Workloads + w));
        var controls = rules || Closures.Has(bits, _effects.Ruler);
        var (level, reasons) = Levels.Of(controls, workloads, data, secrets, identities);
        var reached = Closures.In(bits, _effects.Secrets, _effects.Principals).Select(p => p - _effects.Secrets).Concat(Closures.In(bits, _effects.Data, _effects.Secrets).Select(p => p - _effects.Data)).Concat(Closures.In(bits, 0, _effects.Places));
        return new Fall(id, kind, name, Closures.Count(bits, 0, _effects.Places), workloads, data, secrets, identities, controls, level, reasons, [.. reached.Distinct().Take(MostReached).Select(p => _terrain.Places.All[p].Id)], missing);
    }

    private List<string> Missing()
    {
        var missing = new List<string>();
        if (!_terrain.Flows.Read)
            missing.Add(Unread.OfFlows);
        return missing;
    }
}
