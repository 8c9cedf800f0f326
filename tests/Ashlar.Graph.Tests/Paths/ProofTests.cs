using System.Globalization;
using System.Text.Json.Nodes;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>Every hop of every path stands by its own proof, needs each part of it, and nothing that has nothing to do with it.</summary>
public class ProofTests
{
    private const int MostTakenAway = 6;
    private static readonly Lazy<Rows> Sample = new(Contoso.Read);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("ASHLAR_PATH_TENANTS") ?? "20", CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_hop_of_a_random_tenant_is_proved(int seed) => Proved(RandomTenant.Of(seed));

    [Fact]
    public void Every_hop_of_the_sample_tenant_is_proved() => Assert.NotEmpty(Proved(Sample.Value));

    [Fact]
    public void Random_tenants_have_paths_of_many_kinds()
    {
        var paths = Enumerable.Range(1, 20).SelectMany(s => Proved(RandomTenant.Of(s))).ToList();
        Assert.True(paths.Select(p => p.Start).Distinct().Count() >= 7, string.Join(' ', paths.Select(p => p.Start).Distinct()));
        Assert.True(paths.Select(p => p.Goal).Distinct().Count() >= 8, string.Join(' ', paths.Select(p => p.Goal).Distinct()));
        Assert.True(paths.SelectMany(p => p.Steps).Select(s => s.Step).Distinct().Count() >= 20, string.Join(' ', paths.SelectMany(p => p.Steps).Select(s => s.Step).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_hop_whose_proof_is_taken_away_is_gone(int seed) => Needed(RandomTenant.Of(seed), seed);

    [Fact]
    public void A_hop_of_the_sample_tenant_whose_proof_is_taken_away_is_gone() => Needed(Sample.Value, 1);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_has_nothing_to_do_with_it_changes_nothing(int seed) => Unmoved(RandomTenant.Of(seed));

    [Fact]
    public void What_has_nothing_to_do_with_the_sample_tenant_changes_nothing() => Unmoved(Sample.Value);

    private static IReadOnlyList<ToldPath> Proved(Rows rows)
    {
        using var snapshot = rows.Derive();
        var checker = new ProofChecker(rows, snapshot);
        var paths = ToldPath.Of(snapshot);
        foreach (var path in paths)
        {
            // The internet needs no proof, nor that anyone can rent a machine in Azure.
            foreach (var (number, step) in path.Steps.Index().Where(s => s.Item.Step != "internet" && !(s.Item.Step == "anyTenant" && path.StartId == "azure")))
                Assert.True(checker.Wrong(step, path.Steps.Take(number)) is null, $"{path.Id} {path.Kinds}: {step.Step} {step.From} -> {step.To}: {checker.Wrong(step, path.Steps.Take(number))}");
        }

        return paths;
    }

    private static void Needed(Rows rows, int seed)
    {
        IReadOnlyList<ToldPath> before;
        using (var snapshot = rows.Derive())
            before = ToldPath.Of(snapshot);
        var proofs = before.SelectMany(p => p.Steps).SelectMany(s => s.Proofs).Distinct().OrderBy(p => p.ToString(), StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(proofs);
        foreach (var proof in proofs.Take(MostTakenAway))
        {
            var without = rows.Copy();
            if (!TakeAway.From(without, proof))
                continue;
            using var snapshot = without.Derive();
            var after = ToldPath.Of(snapshot).ToDictionary(p => p.Id);
            foreach (var path in before.Where(p => p.Steps.Any(s => s.Proofs.Contains(proof))))
            {
                if (!after.TryGetValue(path.Id, out var same))
                    continue;
                // It stands still only where something else proves the step now, a proof that was not there before; and of a
                // door of which nothing is known any more it is said that nothing is known.
                foreach (var (old, now) in path.Steps.Zip(same.Steps).Where(z => z.First.Proofs.Contains(proof)))
                    Assert.True(now.Proofs.Except(old.Proofs).Any() || (proof.Table is "Exposure" && now.State == "unknown"), $"{path.Id} {path.Kinds}: {old.Step} stands without {proof}");
            }
        }
    }

    private static void Unmoved(Rows rows)
    {
        var more = rows.Copy();
        more.Add("resources", $$"""{"id":"{{Tenant.Subscription}}/resourceGroups/aaa/providers/Microsoft.Storage/storageAccounts/aaaunrelated","type":"microsoft.storage/storageaccounts","name":"aaaunrelated","properties":{"allowSharedKeyAccess":true} }""");
        more.Add("resources", $$"""{"id":"{{Tenant.Subscription}}/resourceGroups/aaa/providers/Microsoft.CognitiveServices/accounts/aaaunrelated","type":"microsoft.cognitiveservices/accounts","name":"aaaunrelated","properties":{"disableLocalAuth":true} }""");
        more.Tables["Users"].Insert(0, new JsonObject { ["id"] = "00unrelated", ["displayName"] = "Una Related", ["userType"] = "Member", ["accountEnabled"] = true });
        Assert.Equal(All(rows), All(more));
    }

    private static List<string> All(Rows rows)
    {
        using var snapshot = rows.Derive();
        return [.. new[] { "AttackPaths", "BlastRadius", "ChokePoints" }.SelectMany(t => Rows.Ask(snapshot, t).Select(r => t + " " + string.Join('|', r)))];
    }
}
