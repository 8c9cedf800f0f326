using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Store.Tests;

public sealed class SnapshotBenchTests : IDisposable
{
    private readonly SnapshotBench _bench = new();
    private readonly KqlCompilation _names = Compile("resources | project name | order by name asc");
    private readonly KqlCompilation _joined = Compile("resources | join kind=leftouter (Users | project userType, name = displayName) on name | project name, userType | order by name asc");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_same_query_sees_the_rows_that_lie_there_now()
    {
        Assert.Equal(["a"], Ask(_names, Account("a")));
        Assert.Equal(["b", "c"], Ask(_names, Account("b"), Account("c")));
        Assert.Equal([], Ask(_names));
        Assert.Equal(["a"], Ask(_names, Account("a")));
    }

    [Fact]
    public void A_table_that_comes_later_is_seen_by_a_query_that_ran_before()
    {
        Assert.Equal(["a"], Ask(_joined, Account("a")));
        var tables = Some.Rows("resources", Account("a")).Concat(Some.Rows("Users", """{"id":"u","displayName":"a","userType":"Guest"}""")).ToDictionary(pair => pair.Key, pair => pair.Value);
        Assert.Equal([["a", "Guest"]], _bench.Lay(tables).Query(_joined, CancellationToken.None).Rows);
        Assert.Equal([["a", ""]], _bench.Lay(Some.Rows("resources", Account("a"))).Query(_joined, CancellationToken.None).Rows.Select(row => row.Select(cell => cell ?? "")));
    }

    [Fact]
    public void Rows_that_do_not_fit_leave_the_bench_usable()
    {
        Assert.Throws<ArgumentException>(() => _bench.Lay(Some.Rows("Users", """{"id":"u","accountEnabled":"yes"}""")));
        Assert.Equal(["a"], Ask(_names, Account("a")));
    }

    private IEnumerable<object?> Ask(KqlCompilation query, params string[] rows)
    {
        var tables = rows.Length == 0 ? new Dictionary<string, IReadOnlyList<JsonObject>>() : Some.Rows("resources", rows);
        return _bench.Lay(tables).Query(query, CancellationToken.None).Rows.Select(row => row[0]);
    }

    private static string Account(string name) => $$"""{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/{{name}}","name":"{{name}}"}""";

    private static KqlCompilation Compile(string text) => KqlCompiler.Compile(text, Snapshot.EmptyCatalog, new KqlOptions(KqlDialect.Arg, DateTime.UnixEpoch));
}
