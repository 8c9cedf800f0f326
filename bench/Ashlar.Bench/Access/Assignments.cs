namespace Ashlar.Bench.Access;

/// <summary>Draws assignment number N: few high up, most on resource groups and resources; any can be drawn without those before it.</summary>
internal sealed class Assignments(Estate estate, Containers containers, ManagedIdentities identities)
{
    private static readonly Role[] High = [BuiltInRoles.Reader, BuiltInRoles.Reader, BuiltInRoles.Reader, BuiltInRoles.MonitoringReader, BuiltInRoles.LogReader, BuiltInRoles.Owner, .. CustomRoles.All.Take(6)];
    private static readonly Role[] OnSubscription = [BuiltInRoles.Reader, BuiltInRoles.Reader, BuiltInRoles.Reader, BuiltInRoles.Contributor, BuiltInRoles.Contributor, BuiltInRoles.Owner, BuiltInRoles.UserAccess, BuiltInRoles.Network, .. CustomRoles.All.Take(10)];
    private static readonly Role[] OnGroup = [BuiltInRoles.Reader, BuiltInRoles.Reader, BuiltInRoles.Reader, BuiltInRoles.Contributor, BuiltInRoles.Contributor, BuiltInRoles.Contributor, BuiltInRoles.Owner, BuiltInRoles.BlobReader, BuiltInRoles.SecretsUser, BuiltInRoles.Website, BuiltInRoles.MachineContributor, BuiltInRoles.StorageContributor, BuiltInRoles.VaultContributor, BuiltInRoles.OpenAiUser, BuiltInRoles.CognitiveUser, BuiltInRoles.CognitiveContributor, BuiltInRoles.AiDeveloper, .. CustomRoles.All.Skip(12)];

    /// <summary>Roles by the place in a block of what they are given on.</summary>
    private static readonly (int Place, Role[] Roles)[] OnResource =
    [
        (5, [BuiltInRoles.BlobReader, BuiltInRoles.BlobReader, BuiltInRoles.BlobContributor, BuiltInRoles.BlobOwner, BuiltInRoles.KeyOperator]),
        (5, [BuiltInRoles.BlobReader, BuiltInRoles.BlobContributor]),
        (6, [BuiltInRoles.SecretsUser, BuiltInRoles.SecretsUser, BuiltInRoles.SecretsOfficer, BuiltInRoles.VaultAdministrator]),
        (7, [BuiltInRoles.Pull, BuiltInRoles.Pull, BuiltInRoles.Push]),
        (8, [BuiltInRoles.ClusterAdmin, BuiltInRoles.Reader]),
        (10, [BuiltInRoles.MachineContributor, BuiltInRoles.Reader]),
        (16, [BuiltInRoles.Website, BuiltInRoles.Contributor]),
    ];

    private static readonly (int Place, Role[] Roles)[] OnAi =
    [
        (0, [BuiltInRoles.OpenAiUser, BuiltInRoles.OpenAiUser, BuiltInRoles.OpenAiUser, BuiltInRoles.OpenAiContributor, BuiltInRoles.CognitiveUser, BuiltInRoles.CognitiveContributor]),
        (2, [BuiltInRoles.DataScientist, BuiltInRoles.DataScientist, BuiltInRoles.ComputeOperator, BuiltInRoles.AiDeveloper]),
        (4, [BuiltInRoles.IndexReader, BuiltInRoles.IndexReader, BuiltInRoles.IndexContributor, BuiltInRoles.SearchContributor]),
    ];

    private static readonly (int Place, Role[] Roles)[] OnOrdinary = [(0, [BuiltInRoles.IdentityOperator, BuiltInRoles.IdentityContributor]), (2, [BuiltInRoles.Database])];

    private readonly TenantSize size = estate.Size;

    /// <summary>Assignments at <c>/</c> itself, which Resource Graph does not have.</summary>
    public int AtRoot => 1 + (size.Assignments / 50_000);

    public Assignment Active(int number)
    {
        var dice = Dice.For(size.Seed, Draw.Assignment, number);
        if (number < AtRoot)
        {
            return new Assignment(Ids.User(dice.Next(size.Users)), "User", BuiltInRoles.UserAccess, "/", null);
        }

        if (number % 200 == 7)
        {
            var (id, type) = Principal(ref dice, person: true);
            return new Assignment(id, type, BuiltInRoles.Rbac, OfGroup(ref dice), Conditions.MayGrant([BuiltInRoles.Reader.Id, BuiltInRoles.OpenAiUser.Id]));
        }

        var level = dice.Next(1000);
        var onResource = level >= 600;
        var (role, scope) = level switch
        {
            < 5 => (dice.Of(High), OfManagementGroup(ref dice)),
            < 55 => (dice.Of(OnSubscription), OfSubscription(ref dice)),
            < 600 => (dice.Of(OnGroup), OfGroup(ref dice)),
            _ => Resource(ref dice),
        };
        var condition = role.IsBlobRole && dice.Next(5) == 0 ? Conditions.OfStorage(dice.Next(2)) : null;
        var (principal, kind) = number % 100 == 13 ? (Ids.Deleted(number), dice.Either("User", "ServicePrincipal")) : onResource && dice.Yes() ? Machine(ref dice) : Principal(ref dice, person: false);
        return new Assignment(principal, kind, role, scope, condition);
    }

    /// <summary>Of people and groups, for roles that one would rather not hold all day.</summary>
    public Assignment Eligible(int number)
    {
        var dice = Dice.For(size.Seed, Draw.Eligibility, number);
        var role = dice.Of([BuiltInRoles.Owner, BuiltInRoles.Contributor, BuiltInRoles.Contributor, BuiltInRoles.UserAccess, BuiltInRoles.CognitiveContributor]);
        var scope = dice.Next(100) switch { < 3 => OfManagementGroup(ref dice), < 30 => OfSubscription(ref dice), _ => OfGroup(ref dice) };
        var (principal, kind) = Principal(ref dice, person: true);
        return new Assignment(principal, kind, role, scope, null);
    }

    private (Role Role, string Scope) Resource(ref Dice dice)
    {
        var ai = estate.AiBlocks > 0 && dice.Next(8) == 0;
        var block = ai ? estate.AiBlock(dice.Next(estate.AiBlocks)) : dice.Next(estate.Blocks);
        var (place, roles) = dice.Of(ai ? OnAi : !estate.HasAi(block) && dice.Next(10) == 0 ? OnOrdinary : OnResource);
        var number = (block * Estate.BlockLength) + place;
        return number < size.Resources ? (dice.Of(roles), estate.Id(number)) : (BuiltInRoles.Reader, Estate.Group(block).Scope);
    }

    private string OfManagementGroup(ref Dice dice) => dice.Next(10) == 0 ? Containers.Root : Containers.ManagementGroup(dice.Of(containers.Names));

    private string OfSubscription(ref Dice dice) => $"/subscriptions/{Placement.SubscriptionId(dice.Next(estate.Subscriptions))}";

    /// <summary>One in twenty on a group with AI.</summary>
    private string OfGroup(ref Dice dice) =>
        Estate.Group(estate.AiBlocks > 0 && dice.Next(20) == 0 ? estate.AiBlock(dice.Next(estate.AiBlocks)) : dice.Next(estate.Blocks)).Scope;

    private (string Id, string Type) Machine(ref Dice dice) =>
        identities.Near(dice.Next(size.Resources)) is { } identity ? (identity, "ServicePrincipal") : Principal(ref dice, person: false);

    private (string Id, string Type) Principal(ref Dice dice, bool person) => dice.Next(person ? 75 : 100) switch
    {
        < 45 => (Ids.Group(dice.Next(200) == 0 ? dice.Next(3) : 3 + dice.Next(size.Groups - 3)), "Group"), // those that hold everyone are rare
        < 75 => (Ids.User(dice.Next(size.Users)), "User"),
        < 98 => (Ids.ServicePrincipal(dice.Next(size.Applications)), "ServicePrincipal"),
        _ => (Ids.Foreign(1 + dice.Next(size.Foreign - 1)), "ServicePrincipal"),
    };
}
