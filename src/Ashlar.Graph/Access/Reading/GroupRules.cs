namespace Ashlar.Graph.Access.Reading;

/// <summary>Tells dynamic groups whose rule takes in every user.</summary>
internal static class GroupRules
{
    // learn.microsoft.com/entra/identity/users/groups-dynamic-membership: the "all users" rule, and the one that leaves guests out.
    private static readonly string[] All = ["user.objectidnenull", "user.usertypeeqmember", "user.usertypeneguest", "user.accountenabledeqtrue"];

    /// <summary>Lower-case object ids.</summary>
    public static IReadOnlySet<string> OfEveryone(AccessQuery query) =>
        query.Run("Groups | where isnotempty(membershipRule) | project id, membershipRule")
            .Where(r => IsEveryone(AccessQuery.Text(r[1])))
            .Select(r => AccessQuery.Text(r[0]).ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsEveryone(string rule)
    {
        var parts = rule.ToLowerInvariant().Split(" and ", StringSplitOptions.TrimEntries);
        return parts.All(p => All.Contains(string.Concat(p.Where(c => char.IsLetterOrDigit(c) || c == '.')), StringComparer.Ordinal));
    }
}
