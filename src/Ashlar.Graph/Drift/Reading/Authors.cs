using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>Who changed what between the two times of collection, as far as the later snapshot says.</summary>
/// <remarks>
/// Change records: learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes. Only what was changed after the earlier
/// snapshot was collected can have made a difference.
/// </remarks>
internal sealed class Authors
{
    private const int Most = 5;
    private static readonly string[] ChangeTables = ["resourcechanges", "resourcecontainerchanges", "extensibilityresourcechanges", "networkresourcechanges"];

    private readonly Dictionary<string, List<(DriftAuthor Author, IReadOnlyList<string> Paths)>> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DriftAuthor> _last = new(StringComparer.Ordinal);
    private readonly DateTime _since;
    private readonly DateTime _until;
    private readonly Lazy<Dictionary<string, string>> _names;

    public Authors(AccessQuery after, DateTime since, DateTime until)
    {
        (_since, _until) = (since, until);
        _names = new(() => Names(after));
        if (since >= until)
            return;
        foreach (var table in ChangeTables)
        {
            foreach (var row in after.Run($"{table} | project properties"))
                AddChange(AccessQuery.Text(row[0]));
        }

        var from = since.ToString("o", CultureInfo.InvariantCulture);
        foreach (var table in new[] { ResourceGraphTables.Resources, ResourceGraphTables.ArmResources })
        {
            foreach (var row in after.Run($"{table} | where isnotempty(systemData) | extend at = todatetime(systemData.lastModifiedAt) | where at > datetime({from}) | project id, tostring(systemData.lastModifiedBy), at"))
                AddLast(row, "systemData");
        }

        foreach (var table in new[] { ResourceGraphTables.AuthorizationResources, ResourceGraphTables.ArmResources })
        {
            foreach (var row in after.Run($"{table} | where type =~ 'microsoft.authorization/roleassignments' | extend at = todatetime(coalesce(tostring(properties.updatedOn), tostring(properties.createdOn))) | where at > datetime({from}) | project id, tostring(coalesce(tostring(properties.updatedBy), tostring(properties.createdBy))), at"))
                AddLast(row, "roleAssignment");
        }
    }

    /// <summary>The latest first. Where change records name what they changed, those that changed <paramref name="path"/>.</summary>
    /// <param name="path">Path of a setting; empty = anything of the resource.</param>
    public IReadOnlyList<DriftAuthor> Of(string key, string path = "")
    {
        var found = _changes.TryGetValue(key, out var changes)
            ? changes.Where(c => path.Length == 0 || c.Paths.Count == 0 || c.Paths.Any(p => Related(p, path))).Select(c => c.Author)
            : [];
        var last = _last.TryGetValue(key, out var author) ? [author] : Enumerable.Empty<DriftAuthor>();
        var all = found.ToList();
        return Latest(all.Count > 0 ? all : last);
    }

    /// <summary>Of several things, such as the assignments that give an access.</summary>
    public IReadOnlyList<DriftAuthor> OfAll(IEnumerable<string> keys) => Latest(keys.SelectMany(k => Of(k)));

    private List<DriftAuthor> Latest(IEnumerable<DriftAuthor> authors) =>
        [.. authors.Distinct().OrderByDescending(a => a.At).ThenBy(a => a.By, StringComparer.Ordinal).ThenBy(a => a.Operation, StringComparer.Ordinal).Take(Most)
            .Select(a => a with { Name = _names.Value.GetValueOrDefault(a.By.ToLowerInvariant(), "") })];

    private void AddChange(string properties)
    {
        using var document = JsonDocument.Parse(properties.Length == 0 ? "null" : properties);
        var root = document.RootElement;
        var attributes = root.At("changeAttributes");
        if (root.At("targetResourceId").Text() is not { Length: > 0 } target || attributes.At("changedBy").Text() is not { Length: > 0 } by || !IsWithin(attributes.At("timestamp").Text(), out var at))
            return;
        if (!_changes.TryGetValue(ResourceIds.Key(target), out var list))
            _changes[ResourceIds.Key(target)] = list = [];
        list.Add((new DriftAuthor(by, "", at, attributes.At("clientType").Text() ?? "", attributes.At("operation").Text() ?? "", "changes"), [.. root.At("changes").Members().Select(m => m.Name)]));
    }

    private void AddLast(object?[] row, string source)
    {
        if (AccessQuery.Text(row[1]) is { Length: > 0 } by && row[2] is DateTime at && at <= _until)
            _last[ResourceIds.Key(AccessQuery.Text(row[0]))] = new DriftAuthor(by, "", at, "", "", source);
    }

    private bool IsWithin(string? text, out DateTime at) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out at) && at > _since && at <= _until;

    // A record may name a part of the setting, or the whole that it stands in.
    private static bool Related(string one, string other) => Begins(one, other) || Begins(other, one);

    private static bool Begins(string whole, string part) =>
        whole.StartsWith(part, StringComparison.OrdinalIgnoreCase) && (whole.Length == part.Length || whole[part.Length] is '.' or '[');

    private static Dictionary<string, string> Names(AccessQuery query)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in query.Run("Identities | where isnotempty(Name) | project Id, AppId, Name | order by Id asc"))
        {
            names.TryAdd(AccessQuery.Text(row[0]).ToLowerInvariant(), AccessQuery.Text(row[2]));
            if (AccessQuery.Text(row[1]) is { Length: > 0 } client)
                names.TryAdd(client.ToLowerInvariant(), AccessQuery.Text(row[2]));
        }

        return names;
    }
}
