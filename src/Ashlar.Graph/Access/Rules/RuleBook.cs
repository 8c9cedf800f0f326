using Ashlar.Content;

namespace Ashlar.Graph.Access.Rules;

/// <summary>The edges of the content, as numbers: atoms, alternatives, capabilities and the guards of each type.</summary>
internal sealed class RuleBook
{
    /// <summary>The edge that says who can read keys.</summary>
    public const string ReadKeys = "read-keys";

    private readonly Dictionary<Atom, int> _atoms = [];
    private readonly Dictionary<string, List<string>> _guards = new(StringComparer.Ordinal);

    public RuleBook(IReadOnlyList<AccessEdge> edges)
    {
        Edges = edges;
        var alternatives = new List<Alternative>();
        foreach (var (index, edge) in edges.Index())
        {
            foreach (var on in edge.On)
            {
                foreach (var need in Needs(on))
                    alternatives.Add(new Alternative(alternatives.Count, index, on.Type, Guard(on), on.By == EdgeRoad.Key, need, Of(on.And), Of(on.Anywhere)));
            }
        }

        Alternatives = alternatives;
        ByType = alternatives.ToLookup(a => a.Type, StringComparer.Ordinal);
        Atoms = [.. _atoms.OrderBy(a => a.Value).Select(a => a.Key)];
    }

    public IReadOnlyList<AccessEdge> Edges { get; }

    public IReadOnlyList<Alternative> Alternatives { get; }

    public ILookup<string, Alternative> ByType { get; }

    public IReadOnlyList<Atom> Atoms { get; }

    /// <summary>Types of targets: ARM types, and microsoft.graph/… for Entra objects.</summary>
    public IEnumerable<string> Types => ByType.Select(g => g.Key).Order(StringComparer.Ordinal);

    /// <summary>Guards of a type in KQL, in order.</summary>
    public IReadOnlyList<string> Guards(string type) => _guards.GetValueOrDefault(type) ?? [];

    public int? CapabilityOf(string name) => Edges.Index().Where(e => e.Item.Id == name).Select(e => (int?)e.Index).FirstOrDefault();

    // Azure, access policies and the directory grant apart: each is a road of its own.
    private IEnumerable<int[]> Needs(EdgeTarget on)
    {
        int[] azure = Of(on.Need);
        int[] policy = [.. on.AccessPolicy.Select(p => Atom(AtomKind.AccessPolicy, p))];
        int[] directory = [.. on.Directory.Select(d => Atom(AtomKind.Directory, d)), .. on.Roles.Select(r => Atom(AtomKind.DirectoryRole, r))];
        int[] permission = [.. on.Permissions.Select(p => Atom(AtomKind.Permission, p))];
        int[] owner = on.Owner ? [Atom(AtomKind.Owner, "owner")] : [];
        return new[] { azure, policy, directory, permission, owner }.Where(n => n.Length > 0);
    }

    private int[] Of(EdgeNeed? need) => need is null ? [] : [.. need.Actions.Select(a => Atom(AtomKind.Action, a)), .. need.Data.Select(d => Atom(IsCosmos(d) ? AtomKind.CosmosData : AtomKind.Data, d))];

    private static bool IsCosmos(string action) => action.StartsWith("Microsoft.DocumentDB/databaseAccounts/", StringComparison.OrdinalIgnoreCase);

    private int Atom(AtomKind kind, string text)
    {
        var atom = new Atom(kind, text);
        if (_atoms.TryGetValue(atom, out var index))
            return index;
        return _atoms[atom] = _atoms.Count;
    }

    private int Guard(EdgeTarget on)
    {
        if (on.When is not { } when)
            return -1;
        if (!_guards.TryGetValue(on.Type, out var guards))
            _guards[on.Type] = guards = [];
        var at = guards.IndexOf(when);
        if (at >= 0)
            return at;
        guards.Add(when);
        return guards.Count - 1;
    }
}
