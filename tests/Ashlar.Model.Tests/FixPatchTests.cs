namespace Ashlar.Model.Tests;

public class FixPatchTests
{
    private const string Account = "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ml";
    private const string Deployment = Account + "/onlineEndpoints/score/deployments/blue";

    [Theory]
    [InlineData(Account, "ml|ml|ml|rg|s1|westeurope")]
    [InlineData(Account + "/computes/gpu", "gpu|ml|ml|rg|s1|westeurope")]
    [InlineData(Deployment, "blue|score|ml|rg|s1|westeurope")]
    [InlineData(Account + "/providers/Microsoft.Insights/diagnosticSettings/all", "all|all|all|rg|s1|westeurope")]
    public void A_patch_names_the_resource_its_parent_and_its_root(string id, string expected) =>
        Assert.Equal(expected, FixPatch.Fill("{name}|{parent}|{root}|{resourceGroup}|{subscriptionId}|{location}", id, "westeurope"));

    [Fact]
    public void The_id_of_the_parent_keeps_its_case() => Assert.Equal(Account + "/onlineEndpoints/score", FixPatch.Fill("{parentId}", Deployment, null));

    [Fact]
    public void What_is_not_known_is_left_for_the_user() => Assert.Equal("<location> <resource group>", FixPatch.Fill("{location} {resourceGroup}", "/subscriptions/s1", null));

    [Fact]
    public void Interpolations_of_shells_and_templates_stay() => Assert.Equal("${name} {other}", FixPatch.Fill("${name} {other}", Account, null));
}
