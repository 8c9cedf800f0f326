using System.Text.Json;
using Ashlar.Graph.Tests.Access.Oracle;

namespace Ashlar.Graph.Tests.Access;

/// <summary>What the generated tenants hold: an agreement over tenants without access would say nothing.</summary>
public class RandomTenantTests
{
    private static readonly Lazy<IReadOnlyList<Answer>> Answers = new(() => [.. Enumerable.Range(0, 150).Select(seed => AccessOracle.Of(RandomTenant.Of(seed), Edges.All))]);

    [Theory]
    [InlineData("active")]
    [InlineData("conditional")]
    [InlineData("eligible")]
    [InlineData("unknown")]
    public void Every_state_comes_up_directly_and_through_groups(string state) =>
        Assert.All<string>(["direct", "group"], m => Assert.True(Answers.Value.Count(a => a.Tuples.Any(t => t.State == state && t.Membership == m)) >= 5));

    [Theory]
    [InlineData("role")]
    [InlineData("key")]
    [InlineData("accessPolicy")]
    [InlineData("ownership")]
    [InlineData("permission")]
    [InlineData("directoryRole")]
    [InlineData("delegation")]
    public void Every_kind_of_road_comes_up(string by) => Assert.True(Answers.Value.Count(a => a.Tuples.Any(t => t.By == by)) >= 5);

    [Fact]
    public void Every_capability_is_held_and_not_held() => Assert.All(Edges.All.Select(e => e.Capability).Distinct(), c =>
    {
        var held = Answers.Value.SelectMany(a => a.Counts).Where(n => n.Capability == c).Select(n => n.People + n.Guests + n.Applications + n.ManagedIdentities > 0).ToList();
        Assert.Contains(true, held);
        Assert.Contains(false, held);
    });

    /// <summary>Each rule that takes access away is felt: without it somebody has more.</summary>
    [Fact]
    public void Deny_assignments_conditions_and_exclusions_take_access_away()
    {
        var tenants = Enumerable.Range(0, 150).Select(seed => RandomTenant.Of(seed)).ToList();
        int Felt(Func<Tenant, Tenant> without) => tenants.Where((t, i) => !AccessOracle.Of(without(t), Edges.All).Tuples.SetEquals(Answers.Value[i].Tuples)).Count();
        Assert.True(Felt(t => t with { Denies = [] }) >= 20);
        Assert.True(Felt(t => t with { Denies = [.. t.Denies.Select(d => d with { Excluded = [] })] }) >= 5);
        Assert.True(Felt(t => t with { Denies = [.. t.Denies.Select(d => d with { NotChildScopes = false })] }) >= 5);
        Assert.True(Felt(t => t with { Denies = [.. t.Denies.Select(d => d with { Audit = false })] }) >= 5);
        Assert.True(Felt(t => t with { Assignments = [.. t.Assignments.Select(a => a with { Condition = null })] }) >= 10);
        Assert.True(Felt(t => t with { Roles = [.. t.Roles.Select(r => r with { Entries = [.. r.Entries.Select(e => e with { NotActions = [] })] })] }) >= 20);
        Assert.True(Felt(t => t with { Roles = [.. t.Roles.Select(r => r with { Entries = [.. r.Entries.Select(e => e with { Condition = null })] })] }) >= 5);
    }

    [Fact]
    public void The_same_seed_gives_the_same_tenant() =>
        Assert.Equal(JsonSerializer.Serialize(TenantRows.Of(RandomTenant.Of(7))), JsonSerializer.Serialize(TenantRows.Of(RandomTenant.Of(7))));

    [Fact]
    public void A_failing_tenant_shrinks_to_what_fails()
    {
        var tenant = Enumerable.Range(0, 150).Select(seed => RandomTenant.Of(seed)).First(IsKeyHeldThroughGroup);
        var small = Shrinking.Smallest(tenant, IsKeyHeldThroughGroup);
        Assert.Equal([1, 1, 1, 0, 1], [small.Resources.Count, small.Assignments.Count, small.Roles.Count, small.Denies.Count, small.Groups.Count]);

        static bool IsKeyHeldThroughGroup(Tenant t) => AccessOracle.Of(t, Edges.All).Tuples.Any(a => a is { By: "key", Membership: "group", State: "active" });
    }
}
