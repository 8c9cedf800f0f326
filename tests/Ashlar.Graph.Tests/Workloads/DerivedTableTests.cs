using Ashlar.Graph.Workloads;
using Ashlar.Kql;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Workloads;

public class DerivedTableTests
{
    [Fact]
    public void Workloads_answer_queries_like_any_table()
    {
        using var snapshot = Snapshot([OpenAi("rg", "oai")], [Row(Account("rg", "oai") + "/deployments/d", """{"model":{"name":"gpt-4.1","version":"1"},"raiPolicyName":"Microsoft.DefaultV2"}""")]);
        AiWorkloads.Derive(snapshot, CancellationToken.None);
        Assert.Equal(["rg", "gpt-4.1", "default", 2L], Ask("AiWorkloads | project Name, m = tostring(Models[0].model), f = tostring(Models[0].filter), Resources"));
        Assert.Equal(["model", "root", false], Ask("AiWorkloadResources | where Via == 'root' | project Role, Via, Shared"));

        object?[] Ask(string query)
        {
            var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
            Assert.Empty(compiled.Diagnostics);
            return Assert.Single(snapshot.Query(compiled, CancellationToken.None).Rows);
        }
    }

    [Fact]
    public void The_same_tenant_gives_the_same_workloads_in_any_order_of_rows()
    {
        var rows = Enumerable.Range(0, 6).Select(i => OpenAi($"rg-{i % 2}", $"oai-{i}", $$"""{"x":"{{Account($"rg-{(i + 1) % 2}", $"oai-{(i + 1) % 6}")}}"}""")).ToArray();
        var one = Derive(rows);
        var other = Derive([.. rows.Reverse().Select(r => (System.Text.Json.Nodes.JsonObject)r.DeepClone())]);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(one), System.Text.Json.JsonSerializer.Serialize(other));
    }
}
