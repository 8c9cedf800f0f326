using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>A row of <c>ResourceAccess</c>.</summary>
internal sealed class AccessRow
{
    private const string Query = "ResourceAccess | project ResourceId, ResourceType, Capability, People, Guests, Applications, ManagedIdentities, Foreign, Unresolved, Conditional, Eligible, Everyone, tostring(Missing)";
    private readonly object?[] _row;

    private AccessRow(object?[] row)
    {
        _row = row;
        Key = ResourceIds.Key(Id);
        Now = Enumerable.Range(3, 6).Sum(i => (long)row[i]!);
    }

    public string Key { get; }

    public string Id => AccessQuery.Text(_row[0]);

    public string Type => AccessQuery.Text(_row[1]);

    public string Capability => AccessQuery.Text(_row[2]);

    /// <summary>How many have it now.</summary>
    public long Now { get; }

    public bool Everyone => _row[11] is true;

    public string Missing => AccessQuery.Text(_row[12]);

    public string Counts => JsonSerializer.Serialize(new { now = Now, people = _row[3], guests = _row[4], applications = _row[5], managedIdentities = _row[6], foreign = _row[7], unresolved = _row[8], conditional = _row[9], eligible = _row[10], everyone = Everyone });

    public static IEnumerable<AccessRow> Read(Side side) => side.Query.Run(Query).Select(r => new AccessRow(r));
}
