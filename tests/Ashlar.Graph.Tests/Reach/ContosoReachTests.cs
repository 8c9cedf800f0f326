using Ashlar.Graph.Reach;
using Ashlar.Graph.Tests.Workloads;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>The sample tenant, whose README says what is open and what is kept well.</summary>
public class ContosoReachTests
{
    private static readonly Lazy<ILookup<string, string>> Found = new(Derive);

    [Theory]
    [InlineData("aif-chat-prod account", "internet")]
    [InlineData("apim-contoso-ai Gateway", "internet")]
    [InlineData("cs-moderation-prod account", "corporate")]
    [InlineData("oai-claims-prod account", "network")]
    [InlineData("di-claims-prod account", "internet")]
    [InlineData("kv-chat-prod vault", "network")]
    [InlineData("kv-claims-prod vault", "nowhere")]
    [InlineData("stchatprodkb blob", "corporate")]
    [InlineData("ci-emeka ssh", "internet")]
    [InlineData("hub-research amlworkspace", "network")]
    [InlineData("aks-models 8000/tcp", "internet")]
    [InlineData("oai-hackathon account", "internet")]
    public void Doors_are_as_open_as_the_readme_tells(string door, string inbound) => Assert.Equal([inbound], Found.Value[door]);

    private static ILookup<string, string> Derive()
    {
        using var snapshot = Snapshot.FromRows(
            new Dictionary<string, IReadOnlyList<System.Text.Json.Nodes.JsonObject>>
            {
                ["resources"] = ContosoTests.Rows("arg", "resources.json"),
                ["resourcecontainers"] = ContosoTests.Rows("arg", "resourcecontainers.json"),
                ["authorizationresources"] = ContosoTests.Rows("arg", "authorizationresources.json"),
                ["armresources"] = ContosoTests.Rows("arm", "*.json"),
            },
            completeness: [.. new[] { "resources", "networkresources", "armresources" }.Select(t => new Completeness(t, "", "/", Bodies: true, List: true, "test"))]);
        AiWorkloads.Derive(snapshot, CancellationToken.None);
        Reachability.Derive(snapshot, CancellationToken.None);
        return snapshot.Ask("Exposure | project ResourceId, Door, Inbound").ToLookup(r => $"{ResourceIds.Name((string)r[0]!)} {r[1]}", r => (string)r[2]!);
    }
}
