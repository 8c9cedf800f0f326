using System.Globalization;
using System.Text;
using System.Text.Json;
using Ashlar.Graph.Tests.Access.Oracle;

namespace Ashlar.Graph.Tests.Access;

/// <summary>
/// The access graph and the oracle say the same of tenants made at random. ASHLAR_ACCESS_TENANTS says of how many (2000 take about ten minutes),
/// ASHLAR_ACCESS_SEED which is the first; one that differs is made as small as it goes and shown with its rows.
/// </summary>
public class AgreementTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void The_access_graph_agrees_with_the_oracle()
    {
        var edges = EngineEdges.Of(Edges.All);
        var first = Setting("ASHLAR_ACCESS_SEED", 1);
        for (var seed = first; seed < first + Setting("ASHLAR_ACCESS_TENANTS", 150); seed++)
        {
            var tenant = RandomTenant.Of(seed);
            if (Differs(tenant))
            {
                var small = Shrinking.Smallest(tenant, Differs);
                Assert.Fail(Message(seed, small, AccessOracle.Of(small, Edges.All), Engine.Of(small, edges)));
            }
        }

        bool Differs(Tenant tenant)
        {
            var (one, other) = (AccessOracle.Of(tenant, Edges.All), Engine.Of(tenant, edges));
            return !one.Tuples.SetEquals(other.Tuples) || !one.Counts.SetEquals(other.Counts);
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Message(int seed, Tenant tenant, Answer oracle, Answer engine)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Seed {seed}: the access graph and the oracle differ.\n");
        Only("oracle", oracle, engine);
        Only("access graph", engine, oracle);
        text.Append("Smallest tenant:\n");
        foreach (var (table, rows) in TenantRows.Of(tenant).Where(t => t.Value.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{table}: {JsonSerializer.Serialize(rows, Indented)}\n");
        }

        return text.ToString();

        void Only(string name, Answer answer, Answer from)
        {
            foreach (var line in answer.Tuples.Except(from.Tuples).Select(t => t.ToString()).Concat(answer.Counts.Except(from.Counts).Select(c => c.ToString())).Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"only the {name}: {line}\n");
            }
        }
    }
}
