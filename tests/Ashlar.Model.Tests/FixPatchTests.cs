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

    public static TheoryData<string> Hostile { get; } =
    [
        "x'; rm -rf /", "$(id)", "`id`", "a\nb", "a\n", "a\r", "'+'", "${x}", "%{x}", "a\"b", "a\\", "a;b", "a&b", "a|b", "a>b", "<a", "*", "?", "~", "#x", "!x", "@file", "--yes", "-o", "..", ".", "a=b", "[x]", "{x}", "a\u2019b", "a\u202eb", "a\u0000b", "a\tb",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_name_that_could_act_is_not_filled_in(string name)
    {
        foreach (var az in new[] { true, false })
        {
            // An option is one to a shell only.
            if (az || !name.StartsWith('-'))
            {
                Assert.Null(FixPatch.FillSafely("az x --name {name}", az, Account + "/computes/" + name, null));
                Assert.Null(FixPatch.FillSafely("az x --ids {id}", az, Account + "/computes/" + name, null));
                Assert.Null(FixPatch.FillSafely("az x --name {parent}", az, Account + "/computes/" + name + "/jobs/j", null));
            }

            Assert.Null(FixPatch.FillSafely("az x --location {location}", az, Account, name + "'"));
        }
    }

    [Fact]
    public void Only_names_that_are_filled_in_matter() =>
        Assert.Equal("az x --name ml", FixPatch.FillSafely("az x --name {root}", az: true, Account + "/computes/$(id)", null));

    [Fact]
    public void Parentheses_and_spaces_are_names_to_a_template_and_syntax_to_a_shell()
    {
        const string Odd = "/subscriptions/s1/resourceGroups/rg (test)/providers/Microsoft.Search/searchServices/s";

        Assert.Equal("'rg (test)'", FixPatch.FillSafely("'{resourceGroup}'", az: false, Odd, null));
        Assert.Null(FixPatch.FillSafely("{resourceGroup}", az: true, Odd, null));
    }

    [Fact]
    public void Letters_of_any_language_are_names() => Assert.Equal("größe", FixPatch.FillSafely("{name}", az: true, Account + "/computes/größe", null));

    [Fact]
    public void What_is_not_known_is_left_for_the_user_by_the_safe_filling_too() =>
        Assert.Equal("<location> <resource group>", FixPatch.FillSafely("{location} {resourceGroup}", az: true, "/subscriptions/s1", null));

    [Fact]
    public void Xml_that_closes_is_no_choice() => Assert.Equal(
        ["<limit>", "<name>"],
        FixPatch.ChoicesIn("'<policies><inbound><base /><rate calls=\"<limit>\"/></inbound></policies>' <name> <limit>"));

    [Fact]
    public void A_patch_names_the_part_that_the_finding_is_about()
    {
        Assert.Equal("ml/rule-1", FixPatch.FillSafely("{name}/{part}", az: true, Account, null, "rule-1"));
        Assert.Null(FixPatch.FillSafely("{name}/{part}", az: true, Account, null, "$(id)"));
        Assert.Equal("ml/<part>", FixPatch.FillSafely("{name}/{part}", az: true, Account, null));
    }

    [Fact]
    public void What_a_resource_of_a_template_has_only_later_is_left_to_choose()
    {
        var id = SyntheticIds.Below(SyntheticIds.Scope("infra/main.bicep"), "Microsoft.Storage/storageAccounts", ["stdocs"]);

        Assert.Equal("az x -n stdocs -g <resource group> --ids <resource id>", FixPatch.FillSafely("az x -n {name} -g {resourceGroup} --ids {id}", az: true, id, null));
        Assert.Null(FixPatch.FillSafely("az x -n {name}", az: true, id + "<b>;", null));
    }

    [Fact]
    public void Interpolations_of_shells_and_templates_stay() => Assert.Equal("${name} {other}", FixPatch.Fill("${name} {other}", Account, null));
}
