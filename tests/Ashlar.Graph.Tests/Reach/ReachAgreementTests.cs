using System.Globalization;
using System.Text;
using System.Text.Json;
using Ashlar.Graph.Tests.Reach.Oracle;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>
/// The engine and the oracle say the same of networks made at random. ASHLAR_REACH_NETWORKS says of how many, ASHLAR_REACH_SEED which is the first; one
/// that differs is made as small as it goes and shown with its rows.
/// </summary>
public class ReachAgreementTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void Reach_agrees_with_the_oracle()
    {
        var first = Setting("ASHLAR_REACH_SEED", 1);
        for (var seed = first; seed < first + Setting("ASHLAR_REACH_NETWORKS", 100); seed++)
        {
            var net = RandomNet.Of(seed);
            if (Differs(net))
            {
                var small = NetShrinking.Smallest(net, Differs);
                Assert.Fail(Message(seed, small));
            }
        }
    }

    private static bool Differs(Net net) => !Agreement.Engine(net).ToHashSet().SetEquals(Agreement.Oracle(net));

    private static string Message(int seed, Net net)
    {
        var (engine, oracle) = (Agreement.Engine(net), Agreement.Oracle(net));
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Seed {seed}: the engine and the oracle differ.\n");
        foreach (var line in oracle.Except(engine).Order(StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"only the oracle: {line}\n");
        foreach (var line in engine.Except(oracle).Order(StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"only the engine: {line}\n");
        return text.Append(JsonSerializer.Serialize(net, Indented)).ToString();
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
