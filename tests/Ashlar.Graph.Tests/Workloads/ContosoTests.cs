using System.Text.Json.Nodes;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Workloads;

/// <summary>The sample tenant, whose README says which resource serves what.</summary>
public class ContosoTests
{
    private static readonly Lazy<IReadOnlyList<AiWorkload>> Found = new(Derive);

    [Fact]
    public void Its_workloads_are_the_ones_the_readme_tells_of() =>
        Assert.Equal(
            ["chat", "di-claims-prod", "lang-survey-test", "oai-claims-prod", "oai-hackathon", "rg-ml-platform", "rg-models-aks", "rg-playground", "rg-research", "srch-hackathon"],
            Found.Value.Select(w => w.Name));

    [Fact]
    public void The_chat_is_its_app_its_gateway_its_account_its_index_and_the_data_behind_the_index()
    {
        var chat = Workload("chat");
        Assert.EndsWith("/aif-chat-prod", chat.RootId);
        Assert.Contains("ca-chat-web", chat.Names(AiRole.App));
        Assert.Contains("apim-contoso-ai", chat.Names(AiRole.Gateway));
        Assert.Contains("srch-chat-prod", chat.Names(AiRole.Index));
        Assert.Contains("stchatprodkb", chat.Names(AiRole.Data));
        Assert.Contains("id-chat-prod", chat.Names(AiRole.Identity));
        Assert.Equal(ContentFilterState.Weakened, chat.Models.Single(m => m.Model == "gpt-4.1-mini").Filter);
        Assert.Equal(ContentFilterState.Custom, chat.Models.Single(m => m.Model == "gpt-4.1").Filter);
    }

    [Fact]
    public void The_hub_and_its_project_are_one_and_the_account_of_the_claims_team_is_only_shared()
    {
        var research = Workload("rg-research");
        Assert.Equal("hub-research", ResourceIds.Name(research.RootId));
        Assert.Contains("proj-forecasting", research.Names(AiRole.Project));
        Assert.True(research.Members.Single(m => m.Type == "microsoft.cognitiveservices/accounts" && m.ResourceId.EndsWith("/oai-claims-prod", StringComparison.Ordinal)).Shared);
    }

    [Fact]
    public void Each_child_is_a_member_once() =>
        Assert.All(Found.Value, w => Assert.Equal(w.Members.Count, w.Members.Select(m => ResourceIds.Key(m.ResourceId)).Distinct().Count()));

    private static AiWorkload Workload(string name) => Found.Value.Single(w => w.Name == name);

    private static IReadOnlyList<AiWorkload> Derive()
    {
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["resources"] = Rows("arg", "resources.json"),
            ["authorizationresources"] = Rows("arg", "authorizationresources.json"),
            ["armresources"] = Rows("arm", "*.json"),
        });
        return AiWorkloads.Derive(snapshot, CancellationToken.None);
    }

    internal static List<JsonObject> Rows(string folder, string files)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Ashlar.slnx")))
            root = root.Parent;
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "tenants", "contoso", folder), files, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => JsonNode.Parse(File.ReadAllText(f)))
            .SelectMany(n => n as JsonArray ?? n!["value"] as JsonArray ?? n["data"]!.AsArray())
            .Select(n => (JsonObject)n!.DeepClone())
            .ToList();
    }
}
