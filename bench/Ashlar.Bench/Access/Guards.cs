namespace Ashlar.Bench.Access;

/// <summary>What takes access away: deny assignments of deployment stacks and managed applications, and locks.</summary>
internal sealed class Guards(Estate estate)
{
    private const string Everyone = """{"id":"00000000-0000-0000-0000-000000000000","displayName":"All Principals","type":"SystemDefined"}""";

    public void Write(ExportFolder folder)
    {
        using (var rows = folder.Arm("microsoft.authorization/denyassignments"))
        {
            for (var number = 0; number < 3 + (estate.Subscriptions / 4); number++)
            {
                var block = (int)((number * 37L) % estate.Blocks);
                Row(rows, number, Estate.Group(block));
            }
        }

        using var locks = folder.Arm("microsoft.authorization/locks");
        for (var block = 0; block < estate.Blocks; block += 20)
        {
            var scope = Estate.Group(block).Scope;
            locks.WriteLine(
                $$"""
                {"id":"{{scope}}/providers/Microsoft.Authorization/locks/keep","name":"keep","type":"Microsoft.Authorization/locks","properties":{"level":"{{(block % 40 == 0 ? "CanNotDelete" : "ReadOnly")}}","notes":"Shared"} }
                """);
        }
    }

    private void Row(StreamWriter rows, int number, Placement at)
    {
        var name = Ids.Of(0x44, number);
        var (title, actions, data, effect) = (number % 4) switch
        {
            0 => ("Deny assignment of deployment stack 'core'", "\"*/delete\"", "", "enforced"),
            1 => ("Deny assignment of deployment stack 'network'", "\"*/write\",\"*/delete\"", "", "enforced"),
            2 => ("System deny assignment of managed application", "\"*\"", "\"*\"", "enforced"),
            _ => ("Trial: no key listing", "\"*/listKeys/action\"", "", "audit"),
        };
        var excluded = $$"""{"id":"{{Ids.User(number % estate.Size.Users)}}","type":"User"},{"id":"{{Ids.Group(3 + (number % (estate.Size.Groups - 3)))}}","type":"Group"},{"id":"{{Ids.ServicePrincipal(number % estate.Size.Applications)}}","type":"ServicePrincipal"}""";
        rows.WriteLine(
            $$"""
            {"id":"{{at.Scope}}/providers/Microsoft.Authorization/denyAssignments/{{name}}","name":"{{name}}","type":"Microsoft.Authorization/denyAssignments","subscriptionId":"{{at.Subscription}}","properties":{"denyAssignmentName":"{{title}}","permissions":[{"actions":[{{actions}}],"notActions":["*/read"],"dataActions":[{{data}}],"notDataActions":[]}],"scope":"{{at.Scope}}","doNotApplyToChildScopes":{{(number % 5 == 4 ? "true" : "false")}},"principals":[{{Everyone}}],"excludePrincipals":[{{excluded}}],"isSystemProtected":true,"denyAssignmentEffect":"{{effect}}"} }
            """);
    }
}
