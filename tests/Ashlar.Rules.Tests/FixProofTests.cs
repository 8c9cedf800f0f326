using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules.Tests;

/// <summary>A patch is proven by what it does to the failing cases; here its deployment is given, so that each way to fail can be tried.</summary>
public sealed class FixProofTests
{
    private const string Fix = "{ summary: Turn keys off., bicep: 'patch of {name} in {location} with <key>', choices: { '<key>': k1 } }";

    private static readonly LoadedControl Control = SampleControl.Load(fix: Fix);

    [Fact]
    public void A_patch_that_mends_its_case_is_proven()
    {
        var asked = new List<string>();
        var proof = Prove(Control, [], (text, subject) =>
        {
            asked.Add(text + " for " + subject);
            return Deployed(new JsonObject { ["id"] = SampleControl.On.ToUpperInvariant(), ["properties"] = new JsonObject { ["DisableLocalAuth"] = true } });
        });

        Assert.Equal([], proof.Diagnostics);
        Assert.Equal(1, proof.Patched);
        Assert.Equal(["patch of on in westeurope with k1 for " + SampleControl.On], asked);
    }

    [Fact]
    public void A_patch_that_does_not_compile_is_said() =>
        Assert.Contains("is wrong: line 1: BCP037", Said(Control, [], (_, _) => new PatchDeployment([], ["line 1: BCP037: no such property"])));

    [Fact]
    public void A_patch_that_does_not_mend_is_said_with_what_the_control_read() =>
        Assert.Contains("is fail on {\"properties.disableLocalAuth\":false", Said(Control, [], (_, _) => Deployed(new JsonObject { ["id"] = SampleControl.On, ["properties"] = new JsonObject { ["other"] = true } })));

    [Fact]
    public void A_patch_for_another_resource_does_not_mend_this_one() =>
        Assert.Contains("is fail on", Said(Control, [], (_, _) => Deployed(new JsonObject { ["id"] = SampleControl.On + "2", ["properties"] = new JsonObject { ["disableLocalAuth"] = true } })));

    [Fact]
    public void A_patch_that_makes_another_control_fail_is_said()
    {
        var other = SampleControl.Load(id: "search-keys-on", verdict: "case(isnull(properties.disableLocalAuth), 'unknown', tobool(properties.disableLocalAuth) == true, 'fail', 'pass')",
            cases: SampleControl.Cases.Replace($"{SampleControl.Off}: pass, {SampleControl.On}: fail", $"{SampleControl.Off}: fail, {SampleControl.On}: pass", StringComparison.Ordinal));

        Assert.Contains("makes search-keys-on fail", Said(Control, [other], (_, _) => Mended()));
    }

    [Fact]
    public void A_new_resource_that_fails_its_own_control_is_said() =>
        Assert.Contains("makes search-keys-off fail for " + ResourceIds.Key(SampleControl.Pre + "Microsoft.Search/searchServices/new"), Said(Control, [], (_, _) => Deployed(
            new JsonObject { ["id"] = SampleControl.On, ["properties"] = new JsonObject { ["disableLocalAuth"] = true } },
            new JsonObject { ["id"] = SampleControl.Pre + "Microsoft.Search/searchServices/new", ["properties"] = new JsonObject { ["disableLocalAuth"] = false } })));

    [Fact]
    public void A_subject_that_a_case_says_is_not_mended_may_stay_open_and_must()
    {
        var cases = SampleControl.Cases.Replace($"{SampleControl.On}: fail }}", $"{SampleControl.On}: fail }}\n  notMended: {{ {SampleControl.On}: Only its owner can. }}", StringComparison.Ordinal);
        var control = SampleControl.Load(fix: Fix, cases: cases);

        Assert.Equal([], Prove(control, [], (_, _) => Deployed()).Diagnostics);
        Assert.Contains("although 'notMended' names it", Said(control, [], (_, _) => Mended()));
    }

    [Fact]
    public void An_exception_for_what_does_not_fail_is_refused()
    {
        var cases = SampleControl.Cases.Replace($"{SampleControl.On}: fail }}", $"{SampleControl.On}: fail }}\n  notMended: {{ {SampleControl.Off}: It passes. }}", StringComparison.Ordinal);

        Assert.Contains("which does not fail", Said(SampleControl.Load(fix: Fix, cases: cases), [], (_, _) => Mended()));
    }

    [Fact]
    public void A_new_private_endpoint_is_connected_to_its_target_and_a_manual_one_is_not()
    {
        var rows = new List<CaseRow> { new("resources", new JsonObject { ["id"] = SampleControl.On, ["properties"] = new JsonObject() }, 1) };

        Assert.Equal("Approved", Status("privateLinkServiceConnections"));
        Assert.Null(Status("manualPrivateLinkServiceConnections"));

        string? Status(string connections) => PatchedRows.Of(rows, Deployed(new JsonObject
        {
            ["id"] = SampleControl.Pre + "Microsoft.Network/privateEndpoints/pe",
            ["type"] = "Microsoft.Network/privateEndpoints",
            ["properties"] = new JsonObject { [connections] = new JsonArray(new JsonObject { ["name"] = "c", ["properties"] = new JsonObject { ["privateLinkServiceId"] = SampleControl.On } }) },
        }))[0].Values["properties"]!["privateEndpointConnections"]?[0]!["properties"]!["privateLinkServiceConnectionState"]!["status"]!.ToString();
    }

    [Fact]
    public void Objects_merge_and_arrays_are_replaced_and_the_case_itself_stays()
    {
        var row = new CaseRow("resources", JsonNode.Parse($$"""{ "id": "{{SampleControl.On}}", "properties": { "acls": { "rules": [1, 2], "bypass": "None" } } }""")!.AsObject(), 1);
        var before = row.Values.ToJsonString();
        var after = PatchedRows.Of([row], Deployed(JsonNode.Parse($$"""{ "id": "{{SampleControl.On}}", "properties": { "acls": { "rules": [3] } } }""")!.AsObject()));

        Assert.Equal("""{"acls":{"rules":[3],"bypass":"None"}}""", Assert.Single(after).Values["properties"]!.ToJsonString());
        Assert.Equal(before, row.Values.ToJsonString());
    }

    private static PatchDeployment Mended() => Deployed(new JsonObject { ["id"] = SampleControl.On, ["properties"] = new JsonObject { ["disableLocalAuth"] = true } });

    private static PatchDeployment Deployed(params JsonObject[] rows) => new([.. rows.Select(row => new DeployedResource("resources", row))], []);

    private static FixProof Prove(LoadedControl control, IReadOnlyList<LoadedControl> others, Func<string, string, PatchDeployment> deploy) =>
        Assert.Single(FixProofs.Run([control], [control, .. others], deploy, CancellationToken.None));

    private static string Said(LoadedControl control, IReadOnlyList<LoadedControl> others, Func<string, string, PatchDeployment> deploy) =>
        string.Join('\n', Prove(control, others, deploy).Diagnostics.Select(problem => problem.Message));
}
