namespace Ashlar.Bench.Identities;

/// <summary>Groups in chains of six: one chain in four nested all the way, one by one step; now and then the last holds the first again.</summary>
internal sealed class Groups(TenantSize size, People people, ManagedIdentities identities)
{
    private const int ChainLength = 6;
    private const int Largest = 5000;
    private static readonly string[] Rules = ["user.objectId -ne null", "user.userType -eq \\\"Member\\\"", "user.department -eq \\\"AI Platform\\\""];

    public static bool IsRoleAssignable(int group) => group % ChainLength == 3 && group / ChainLength % 8 == 0;

    public void Write(ExportFolder folder)
    {
        using (var rows = folder.Entra("Groups"))
        {
            for (var group = 0; group < size.Groups; group++)
            {
                var rule = group < Rules.Length ? Rules[group] : null;
                rows.WriteLine(
                    $$"""
                    {"id":"{{Ids.Group(group)}}","displayName":"sg-{{group:d6}}","description":"Group {{group}}","mailEnabled":false,"securityEnabled":true,"groupTypes":[{{(rule is null ? "" : "\"DynamicMembership\"")}}],"membershipRule":{{Text(rule)}},"membershipRuleProcessingState":{{Text(rule is null ? null : "On")}},"isAssignableToRole":{{(IsRoleAssignable(group) ? "true" : "null")}},"onPremisesSyncEnabled":null,"visibility":null,"createdDateTime":"{{Time.Ago(50 + (group % 1500))}}"}
                    """);
            }
        }

        using (var rows = folder.Entra("GroupMembers"))
        {
            for (var group = 0; group < size.Groups; group++)
            {
                WriteMembers(rows, group);
            }
        }

        using (var rows = folder.Entra("GroupOwners"))
        {
            for (var group = Rules.Length; group < size.Groups; group++)
            {
                var dice = Dice.For(size.Seed, Draw.Group, group + size.Groups);
                if (dice.Next(10) < 7)
                {
                    Owner(rows, group, Ids.User(dice.Next(size.Users)), "user");
                }

                if (dice.Next(50) == 0)
                {
                    Owner(rows, group, Ids.ServicePrincipal(dice.Next(size.Applications)), "servicePrincipal");
                }
            }
        }

        WriteEligibilities(folder);
    }

    private void WriteMembers(StreamWriter rows, int group)
    {
        if (group < Rules.Length)
        {
            for (var user = 0; user < size.Users; user++)
            {
                if (group == 0 || (group == 1 && !people.IsGuest(user)) || (group == 2 && People.Department(user) == People.Department(0)))
                {
                    Member(rows, group, Ids.User(user), "user");
                }
            }

            return;
        }

        var dice = Dice.For(size.Seed, Draw.Group, group);
        var length = Math.Min(size.Users, dice.Next(100) switch { < 60 => 3 + dice.Next(12), < 90 => 15 + dice.Next(45), < 99 => 100 + dice.Next(400), _ => 1 + dice.Next(Math.Min(Largest, size.Users)) });
        var first = dice.Next(size.Users);
        for (var n = 0; n < length; n++)
        {
            Member(rows, group, Ids.User((first + n) % size.Users), "user");
        }

        if (dice.Next(20) == 0)
        {
            Member(rows, group, Ids.ServicePrincipal(dice.Next(size.Applications)), "servicePrincipal");
        }

        if (dice.Next(20) == 0 && identities.Near(dice.Next(size.Resources)) is { } identity)
        {
            Member(rows, group, identity, "servicePrincipal");
        }

        if (Inner(group) is { } inner)
        {
            Member(rows, group, Ids.Group(inner), "group");
        }
    }

    /// <summary>The group that this one holds, or null.</summary>
    private int? Inner(int group)
    {
        var (chain, place) = (group / ChainLength, group % ChainLength);
        var last = place == ChainLength - 1 || group + 1 == size.Groups;
        return (chain % 4) switch
        {
            1 when !last => group + 1,
            1 when chain % 40 == 1 => chain * ChainLength,
            2 when place == 0 && !last => group + 1,
            _ => null,
        };
    }

    /// <summary>PIM for Groups: in groups that may hold directory roles, and in a few that hold Azure roles.</summary>
    private void WriteEligibilities(ExportFolder folder)
    {
        using var rows = folder.Entra("GroupEligibilities");
        for (var group = Rules.Length; group < size.Groups; group++)
        {
            var dice = Dice.For(size.Seed, Draw.Eligibility, group);
            for (var n = IsRoleAssignable(group) ? 2 + dice.Next(6) : dice.Next(40) == 0 ? 1 : 0; n > 0; n--)
            {
                rows.WriteLine(
                    $$"""
                    {"id":"{{Ids.Group(group)}}_{{(n == 2 ? "owner" : "member")}}_{{n}}","groupId":"{{Ids.Group(group)}}","principalId":"{{Ids.User(dice.Next(size.Users))}}","accessId":"{{(n == 2 ? "owner" : "member")}}","memberType":"direct","startDateTime":"{{Time.Ago(30 + dice.Next(300))}}","endDateTime":{{(dice.Yes() ? "null" : $"\"{Time.In(1 + dice.Next(300))}\"")}},"eligibilityScheduleId":"{{Ids.Group(group)}}_{{n}}"}
                    """);
            }
        }
    }

    private static void Member(StreamWriter rows, int group, string member, string kind) =>
        rows.WriteLine($$"""{"groupId":"{{Ids.Group(group)}}","memberId":"{{member}}","@odata.type":"#microsoft.graph.{{kind}}"}""");

    private static void Owner(StreamWriter rows, int group, string owner, string kind) =>
        rows.WriteLine($$"""{"groupId":"{{Ids.Group(group)}}","ownerId":"{{owner}}","@odata.type":"#microsoft.graph.{{kind}}"}""");

    private static string Text(string? text) => text is null ? "null" : $"\"{text}\"";
}
