using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Content;
using Ashlar.Store;

namespace Ashlar.Rules.Tests;

public sealed class SettingsProposalTests
{
    private static string Write(params (string Table, string Row)[] rows)
    {
        using var snapshot = Snapshot.FromRows(rows.GroupBy(row => row.Table).ToDictionary(group => group.Key, group => (IReadOnlyList<JsonObject>)[.. group.Select(row => (JsonObject)JsonNode.Parse(row.Row)!)]));
        return SettingsProposal.Write(snapshot, CancellationToken.None);
    }

    private static readonly (string, string)[] Tenant =
    [
        ("resources", """{ "id": "/subscriptions/a/resourceGroups/g/providers/Microsoft.Search/searchServices/s", "location": "West Europe", "properties": {} }"""),
        ("resources", """{ "id": "/subscriptions/a/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/logs", "location": "global", "properties": {} }"""),
        ("resources", """{ "id": "/subscriptions/a/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/r", "location": "westeurope", "properties": { "loginServer": "r.azurecr.io" } }"""),
        ("resourcecontainers", """{ "id": "/subscriptions/a", "name": "line\nbreak # \u001b[31m", "type": "microsoft.resources/subscriptions", "properties": {} }"""),
        ("armresources", """{ "id": "/subscriptions/a/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/x/deployments/d", "sku": { "name": "GlobalStandard" }, "properties": { "model": { "name": "gpt-4.1", "version": "1" } } }"""),
    ];

    [Fact]
    public void As_written_it_decides_nothing()
    {
        var (settings, problems) = SettingsFile.Read("ashlar.yaml", Write(Tenant));
        Assert.Empty(problems);
        Assert.Empty(settings.Values);
    }

    [Fact]
    public void With_the_marks_removed_it_holds_what_was_seen()
    {
        var text = Regex.Replace(Write(Tenant), @"^# (?=( *- )|([a-zA-Z]+:$))", "", RegexOptions.Multiline);
        var (settings, problems) = SettingsFile.Read("ashlar.yaml", text);
        Assert.Empty(problems);
        Assert.Equal(SettingKey.All.Select(key => key.Name).Order(StringComparer.Ordinal), settings.Values.Keys);
        Assert.Equal(["westeurope"], settings.Values["approvedRegions"]);
        Assert.Equal(["gpt-4.1/1"], settings.Values["approvedModels"]);
        Assert.Equal(["r.azurecr.io"], settings.Values["approvedRegistries"]);
        Assert.Equal(["/subscriptions/a"], settings.Values["productionScopes"]);
        Assert.EndsWith("/workspaces/logs", Assert.Single(settings.Values["logWorkspaces"]));
    }

    [Fact]
    public void Every_key_is_there_with_an_example_when_nothing_was_seen()
    {
        var text = Write();
        Assert.All(SettingKey.All, key => Assert.Contains("# " + key.Name + ":", text));
        Assert.All(SettingKey.All, key => Assert.NotNull(key.Normal(key.Example)));
        Assert.Contains("none was seen", text);
    }

    [Fact]
    public void A_hostile_name_stays_in_its_comment() => Assert.DoesNotContain('\u001b', Write(Tenant));
}
