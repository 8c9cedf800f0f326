using System.Text.Json;
using Ashlar.Graph.Access.Writing;
using Ashlar.Store;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>What was not read, as sentences.</summary>
internal sealed class Unread(Snapshot snapshot)
{
    public const string OfIdentities = "Identities were not read completely: see their column Missing, and run the export kit.";
    public const string OfReach = "From where doors can be reached is not known (no row of Exposure): run the export kit, which reads networks.";
    public const string OfFlows = "How data moves is not known (no row of DataFlows): run the export kit.";

    private readonly Dictionary<int, IReadOnlyList<string>> _of = snapshot.DerivedRows(AccessParts.Seen).ToDictionary(r => (int)r[0]!, r => r[1] is true ? [] : Texts((string)r[2]!));

    /// <summary>Of a target whose access was not read completely; empty when it was.</summary>
    public IReadOnlyList<string> Of(int seen) => _of.GetValueOrDefault(seen, []);

    public static IReadOnlyList<string> Texts(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<string>>(json)!;

    public static string OfDoor(string id, bool read) => read ? $"From where {Model.ResourceIds.Name(id)} can be reached is not known: run the export kit." : OfReach;
}
