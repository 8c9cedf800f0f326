using System.Text;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class RedactionTests
{
    private const string Ann = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Other = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string Tenant = "cccccccc-0000-4000-8000-000000000003";

    private static readonly KnownPrincipal[] Principals =
    [
        new("user", Ann, ["Ann Lee", "ann.lee@contoso.example"]),
        new("user", Other, ["Ann Lee Smith", "als@contoso.example"]),
        new("identity", "99999999-9999-9999-9999-999999999999", ["mi-chat"]),
        new("tenant", Tenant, []),
    ];

    private static readonly Redaction Plain = new(Principals, [Sample.Subscription], null);

    [Fact]
    public void One_principal_has_one_pseudonym_whichever_name_is_met()
    {
        var pseudonym = Plain.Text(Ann);
        Assert.StartsWith("user-", pseudonym);
        Assert.Equal($"{pseudonym} ({pseudonym}) is {pseudonym}", Plain.Text($"ANN LEE (ann.lee@contoso.example) is {Ann}"));
    }

    [Fact]
    public void The_longest_name_wins_and_a_part_of_a_word_is_no_name()
    {
        Assert.Equal(Plain.Text(Other), Plain.Text("Ann Lee Smith"));
        Assert.Equal("Joann Leeds", Plain.Text("Joann Leeds"));
    }

    [Fact]
    public void Mail_addresses_and_ids_nobody_knows_are_replaced_too()
    {
        Assert.Matches("^by mail-[0-9a-f]{12}$", Plain.Text("by someone.else@partner.example"));
        Assert.Matches("^id-[0-9a-f]{12}$", Plain.Text("dddddddd-0000-4000-8000-00000000000d"));
    }

    [Fact]
    public void Subscriptions_and_definitions_keep_their_ids()
    {
        Assert.Equal(Sample.Chat, Plain.Ids(Sample.Chat));
        var role = $"/subscriptions/{Sample.Subscription}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
        Assert.Equal(role, Plain.Ids(role));
        Assert.Equal(Sample.Subscription, Plain.Text(Sample.Subscription));
    }

    [Fact]
    public void Ids_that_hold_a_principal_are_replaced_in_that_part()
    {
        Assert.Equal(Sample.Identity.Replace("mi-chat", Plain.Text("mi-chat")), Plain.Ids(Sample.Identity));
        Assert.DoesNotContain(Ann, Plain.Ids($"/tenants/{Tenant}/providers/microsoft.graph/users/{Ann}"));
        Assert.DoesNotContain(Tenant, Plain.Ids($"/tenants/{Tenant}/providers/microsoft.graph/users/{Ann}"));
    }

    [Fact]
    public void Pseudonyms_are_the_same_in_every_run_and_other_with_a_salt()
    {
        Assert.Equal(Plain.Text(Ann), new Redaction([], [], null).Text(Ann).Replace("id-", "user-"));
        Assert.NotEqual(Plain.Text(Ann), new Redaction(Principals, [], "salt").Text(Ann));
    }

    [Fact]
    public void A_name_that_two_principals_bear_has_a_pseudonym_of_its_own()
    {
        var redaction = new Redaction([new("user", Ann, ["Kim"]), new("user", Other, ["Kim"])], [], null);
        Assert.StartsWith("principal-", redaction.Text("Kim"));
    }

    [Fact]
    public void No_output_holds_a_principal_and_all_agree_on_the_pseudonym()
    {
        var results = new List<ControlResult>(Sample.Results)
        {
            new(
                Controls.Review with { Id = "z-owner" },
                [
                    Sample.Finding(Controls.Review, $"/tenants/{Tenant}/providers/microsoft.graph/users/{Ann}", Verdict.Fail, $$"""{"userPrincipalName":"ann.lee@contoso.example","{{Ann}}":["Ann Lee"]}""", "Ann Lee") with
                    {
                        Reasons = ["Ann Lee owns it."],
                        SeverityReasons = [$"{Ann} is a guest."],
                    },
                ],
                [new Diagnostic("ASH1", DiagnosticLevel.Note, "Ann Lee")]),
        };
        var footer = Sample.Footer with { Gaps = [new Gap("Users", $"/tenants/{Tenant}", GapReason.Forbidden, "ask ann.lee@contoso.example", "Ann Lee")] };
        var texts = new List<string> { Terminal(results, footer) };
        foreach (var create in new Func<ReportFile, IReportWriter>[] { f => new FindingsJsonWriter(f), f => new SarifWriter(f), f => new HtmlWriter(f) })
            texts.Add(Encoding.UTF8.GetString(Sample.Run(f => new RedactedWriter(create(f), Plain), results: results, footer: footer)));
        foreach (var text in texts)
        {
            foreach (var secret in new[] { "Ann Lee", Ann, "ann.lee", Tenant, "mi-chat", "99999999-9999" })
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(texts.Skip(1), t => Assert.Contains(Plain.Text(Ann), t));
    }

    [Fact]
    public void The_fingerprint_of_a_redacted_subject_is_made_from_what_is_shown()
    {
        var id = $"/tenants/{Tenant}/providers/microsoft.graph/users/{Ann}";
        var results = new[] { new ControlResult(Controls.Review, [Sample.Finding(Controls.Review, id, Verdict.Fail, "{}"), Sample.Finding(Controls.Review, Sample.Chat, Verdict.Fail, "{}")], []) };
        var text = Encoding.UTF8.GetString(Sample.Run(f => new RedactedWriter(new FindingsJsonWriter(f), Plain), results: results));
        Assert.Contains(Fingerprints.Of(Controls.Review.Id, Plain.Ids(id), null), text);
        Assert.Contains(Fingerprints.Of(Controls.Review.Id, Sample.Chat, null), text);
        Assert.DoesNotContain(Fingerprints.Of(Controls.Review.Id, id, null), text);
    }

    private static string Terminal(IReadOnlyList<ControlResult> results, ReportFooter footer)
    {
        var text = new StringWriter();
        using (var writer = new RedactedWriter(new TerminalWriter(text, TerminalOptions.Piped), Plain))
            Sample.Play(writer, null, results, footer);
        return text.ToString();
    }
}
