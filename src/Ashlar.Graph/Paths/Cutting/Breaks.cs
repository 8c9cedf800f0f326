using System.Globalization;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Cutting;

/// <summary>Who uses now what a change takes away.</summary>
internal sealed class Breaks
{
    private const int MostNamed = 5;
    private readonly Terrain _terrain;
    private readonly Dictionary<string, long> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Flow> _atEnd;

    public Breaks(Terrain terrain, IEnumerable<Change> changes)
    {
        _terrain = terrain;
        _atEnd = terrain.Flows.All.SelectMany(f => new[] { (Key: f.ToKey, Flow: f), (Key: f.FromKey, Flow: f) }).ToLookup(f => f.Key, f => f.Flow, StringComparer.Ordinal);
        var groups = changes.Select(c => c.Holder).Where(h => terrain.People[terrain.Access.PrincipalOf(h)] is { Kind: "group" }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var chunk in groups.Chunk(500))
        {
            foreach (var row in terrain.Query.Run($"Identities | where Id in ({RowReader.Literals(chunk)}) | project Id, Members"))
                _members[AccessQuery.Text(row[0])] = row[1] as long? ?? 0;
        }
    }

    public IReadOnlyList<string> Of(Change change) => change.Kind switch
    {
        "removeAssignment" or "removeMembership" => OfHolder(change),
        "turnKeysOff" => OfKeys(change),
        "closePublicAccess" or "narrowRule" => OfCallers(change),
        "removeFederation" or "removeCredential" => [$"What signs in as {Shown(change.Holder)} this way stops working.", .. Runs(change.Holder)],
        "restrictWriters" => ["Those who write there now and are left out."],
        "setting" when change.Setting == "accountEnabled" => [$"{Shown(change.Holder)} can no longer sign in."],
        "setting" when change.Setting is "properties.publicAccess" or "properties.allowBlobPublicAccess" => ["Pages and programs that read it without name."],
        _ => [],
    };

    private IReadOnlyList<string> OfHolder(Change change)
    {
        var who = Shown(change.Holder);
        if (_members.TryGetValue(change.Holder, out var members))
            return [string.Create(CultureInfo.InvariantCulture, $"{members} members of {who} lose what it gives.")];
        return [change.Kind == "removeMembership" ? $"{who} loses all that the group gives." : $"{who} loses what the role gives.", .. Runs(change.Holder)];
    }

    private IReadOnlyList<string> OfKeys(Change change)
    {
        if (!_terrain.Flows.Read)
            return ["Who calls with a key now is not known: data flows were not derived."];
        var callers = Ends(change.ResourceId).Where(e => e.Flow.Authentication == "key").Select(e => e.Other).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return callers.Count == 0 ? ["No setting that was read holds a key of it; callers outside of Azure are not known."] : [$"By key call now: {Named(callers)}."];
    }

    private IReadOnlyList<string> OfCallers(Change change)
    {
        if (!_terrain.Flows.Read)
            return ["Who calls it now is not known: data flows were not derived."];
        var callers = Ends(change.ResourceId).Select(e => e.Other).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return callers.Count == 0 ? ["No setting that was read names it; callers outside of Azure are not known."] : [$"It is used now by {Named(callers)}: they need a way inside."];
    }

    private IEnumerable<(Flow Flow, string Other)> Ends(string resourceId)
    {
        var key = ResourceIds.Key(resourceId);
        return _atEnd[key].Select(f => (f, f.ToKey == key ? f.FromId : f.ToId));
    }

    private IEnumerable<string> Runs(string holder)
    {
        if (_terrain.People[_terrain.Access.PrincipalOf(holder)] is { Workloads.Length: > 0 } person)
            yield return $"AI workloads run as it: {string.Join(", ", People.Texts(person.Workloads).Select(id => _terrain.Workloads.All.FirstOrDefault(w => w.Id == id)?.Name ?? id))}.";
    }

    private static string Named(List<string> ids) => string.Join(", ", ids.Take(MostNamed).Select(ResourceIds.Name)) + (ids.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {ids.Count - MostNamed} more") : "");

    private string Shown(string objectId) => _terrain.People[_terrain.Access.PrincipalOf(objectId)] is { } person ? PeopleStarts.Shown(person) : objectId;
}
