using System.Buffers;
using System.Text.Json;
using Ashlar.Content;
using Ashlar.Graph.Access.Permissions;

namespace Ashlar.Cli.Access;

/// <summary>Compares the answer for the signed-in caller with what Azure's permissions API says of him.</summary>
internal static class LivePermissions
{
    /// <summary>Lists the caller's permissions at a scope; learn.microsoft.com/rest/api/authorization/permissions/list-for-resource.</summary>
    private const string Api = "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01";

    private static readonly SearchValues<char> NotInIds = SearchValues.Create("?#\\@:&%\"");

    /// <summary>The answer; or null and why there is none.</summary>
    public static async Task<(LiveAnswer? Answer, string Problem)> CompareAsync(AccessEdge edge, (string Id, string Type) resource, IReadOnlyList<Road> roads, CancellationToken cancellationToken)
    {
        // The id is the snapshot's: it goes to Azure only where it reads as one of a resource.
        if (!resource.Id.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) || resource.Id.AsSpan().ContainsAny(NotInIds))
            return (null, "Azure's permissions can be asked of resources below a subscription only");
        var (caller, problem) = await AzureCli.RunAsync(["ad", "signed-in-user", "show", "--query", "id", "--output", "tsv"], cancellationToken);
        if (caller is null)
            return (null, problem);
        var (answer, why) = await AzureCli.RunAsync(["rest", "--method", "get", "--url", resource.Id + Api], cancellationToken);
        if (answer is null)
            return (null, why);
        bool? live;
        try
        {
            live = PermissionList.Read(answer).Gives(edge, resource.Type);
        }
        catch (JsonException e)
        {
            return (null, "Azure's answer cannot be read: " + e.Message.TrimEnd('.'));
        }

        var id = caller.Trim();
        var ours = roads.Where(r => r.PrincipalId.Equals(id, StringComparison.OrdinalIgnoreCase) && r.By is "role" or "key" or "delegation").ToList();
        var (agrees, sentence) = (live, ours.Exists(r => r.State == "active"), ours.Count > 0) switch
        {
            (null, _, _) => ((bool?)null, "Azure's permissions cannot tell: the capability needs more than actions at this scope."),
            (true, true, _) => (true, "Azure agrees: the caller has it."),
            (false, false, false) => (true, "Azure agrees: the caller does not have it."),
            (true, false, true) => (null, "Azure lists the actions; Ashlar knows them as conditional, to be activated, or dependent on a setting."),
            (true, false, false) => (false, "Azure says that the caller has it, Ashlar found no road: the snapshot is older, or lacks an assignment or a group."),
            (false, true, _) => (false, "Ashlar found a road, Azure does not list the actions: the snapshot is older, or a token has not been renewed yet."),
            (false, false, true) => (true, "Azure agrees: the caller does not have it now."),
        };
        return (new LiveAnswer(id, agrees, sentence), "");
    }
}
