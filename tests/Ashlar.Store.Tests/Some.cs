using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Store.Tests;

/// <summary>Small material for these tests.</summary>
internal static class Some
{
    public const string Account = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/RG-Ai/providers/Microsoft.CognitiveServices/accounts/Chat";

    public static readonly SnapshotInfo Info = new("test", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "given", ["a.json"], "0.0");

    public static SnapshotRow Resource(string id, string? properties = "{}", string? tags = null)
    {
        var row = new SnapshotRow(TableCatalogue.Find("resources")!);
        row.Set(0, id);
        if (properties is not null)
        {
            row.Set(11, properties);
            row.HasBody = true;
        }

        if (tags is not null)
        {
            row.Set(12, tags);
        }

        row.CompleteFromId();
        return row;
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Rows(string table, params string[] json) =>
        new Dictionary<string, IReadOnlyList<JsonObject>> { [table] = [.. json.Select(j => JsonNode.Parse(j)!.AsObject())] };

    public static KqlCompilation Compile(this Snapshot snapshot, string kql)
    {
        var query = KqlCompiler.Compile(kql, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(query.Diagnostics);
        return query;
    }

    public static IReadOnlyList<object?[]> Ask(this Snapshot snapshot, string kql) => snapshot.Query(snapshot.Compile(kql), CancellationToken.None).Rows;
}
