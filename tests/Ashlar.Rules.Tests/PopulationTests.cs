using Ashlar.Model;
using CsCheck;

namespace Ashlar.Rules.Tests;

public sealed class PopulationTests
{
    private static readonly Gen<string> Ids = Gen.Select(Gen.Int[0, 7], Gen.Bool, (n, upper) => upper ? Judged.Id("r" + n).ToUpperInvariant() : Judged.Id("r" + n, (n % 3).ToString()));

    private static readonly Gen<(string, string?, string?)> Rows = Gen.Select(
        Ids,
        Gen.OneOf<string?>(null, "", "x", "y"),
        Gen.OneOf<string?>("pass", "fail", "unknown", "notApplicable", "manual", "maybe", null));

    private static readonly Gen<Gap> Gaps = Gen.Select(
        Gen.OneOf("resources", "resources/" + Judged.OwnType, "resources/" + Judged.OtherType, "armresources"),
        Gen.OneOf(Ids, Gen.OneOf("/", "/subscriptions/1", "/subscriptions/2")),
        Gen.OneOf<string?>(null, "properties", "properties.disableLocalAuth", "properties.other"),
        (set, scope, path) => new Gap(set, scope, path is null ? GapReason.Forbidden : GapReason.Undecided, null, "", path));

    private static readonly Gen<Judged> Any = Gen.Select(
        Ids.List[0, 8],
        Rows.List[0, 20],
        Gaps.List[0, 4],
        Ids.List[0, 3],
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        (scope, rows, gaps, bodyless, failDepends, passDepends, complete) => new Judged
        {
            Scope = scope,
            Rows = rows,
            Gaps = gaps,
            Bodyless = bodyless,
            Reads = [Judged.OwnRead, Judged.OtherRead],
            FailDependsOnAbsence = failDepends,
            PassDependsOnAbsence = passDepends,
            Completeness = complete ? [Judged.Everything] : [],
        });

    [Fact]
    public void Whatever_the_query_says_every_subject_has_a_verdict_and_nobody_else_has() =>
        Any.Sample(
            judged =>
            {
                var findings = judged.Run().Findings;
                var population = judged.Scope.Select(ResourceIds.Key).ToHashSet();
                Assert.Equal(population, findings.Select(finding => ResourceIds.Key(finding.ResourceId)).ToHashSet());
                Assert.All(findings, finding => Assert.NotEqual(Verdict.Manual, finding.Verdict));
                Assert.Equal(findings.Count, findings.Select(finding => finding.Fingerprint).Distinct().Count());
                var order = findings.Select(finding => (ResourceIds.Key(finding.ResourceId), finding.SubKey ?? "")).ToList();
                Assert.Equal(order.OrderBy(pair => pair.Item1, StringComparer.Ordinal).ThenBy(pair => pair.Item2, StringComparer.Ordinal), order);
            },
            iter: 2000, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void A_pass_needs_a_row_that_says_pass_a_body_and_nothing_unseen() =>
        Any.Sample(
            judged =>
            {
                foreach (var finding in judged.Run().Findings.Where(finding => finding.Verdict == Verdict.Pass))
                {
                    var key = ResourceIds.Key(finding.ResourceId);
                    var rows = judged.Rows.Where(row => ResourceIds.Key(row.Id) == key && (row.SubKey ?? "") == (finding.SubKey ?? "")).ToList();
                    Assert.Equal("pass", Assert.Single(rows).Verdict);
                    Assert.DoesNotContain(key, judged.Bodyless.Select(ResourceIds.Key));
                    Assert.DoesNotContain(judged.Gaps, gap => gap.Path is null && gap.DataSet != "armresources" && ResourceIds.Covers(gap.Scope, finding.ResourceId));
                    Assert.DoesNotContain(judged.Gaps, gap => gap.Path is "properties" or "properties.disableLocalAuth" && gap.DataSet != "armresources" && ResourceIds.Covers(gap.Scope, finding.ResourceId) && gap.DataSet != "resources/" + Judged.OtherType);
                    Assert.True(judged.Completeness.Count > 0 || !judged.PassDependsOnAbsence);
                }
            },
            iter: 2000, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void The_order_of_rows_changes_nothing() =>
        Gen.Select(Any, Gen.Int[0, int.MaxValue]).Sample(
            (judged, seed) =>
            {
                var random = new Random(seed);
                var shuffled = judged with { Rows = [.. judged.Rows.OrderBy(_ => random.Next())], Scope = [.. judged.Scope.OrderBy(_ => random.Next())], Gaps = [.. judged.Gaps.OrderBy(_ => random.Next())] };
                Assert.Equal(judged.Run().Findings.Select(Text), shuffled.Run().Findings.Select(Text));
            },
            iter: 500, seed: "0N0XIzNsQ0O2", threads: 1);

    private static string Text(Finding finding) => $"{finding.ResourceId} {finding.SubKey} {finding.Verdict} {finding.Fingerprint} {finding.Evidence} {string.Join("|", finding.Reasons)}";
}
