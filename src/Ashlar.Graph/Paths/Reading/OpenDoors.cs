using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Containers whose blobs anyone reads, gateways whose APIs ask for no subscription, and apps that face the internet.</summary>
internal sealed class OpenDoors
{
    private const string Containers = "microsoft.storage/storageaccounts/blobservices/containers";
    private readonly List<OpenDoor> _all = [];

    public OpenDoors(AccessQuery query, Doors doors, FlowTable flows)
    {
        Stores(query, doors);
        var calls = flows.All.Where(f => f.Kind == "call" && f.FromKey.Contains("/providers/", StringComparison.Ordinal) && f.ToKey.Contains("/providers/", StringComparison.Ordinal)).ToLookup(f => f.FromKey, StringComparer.Ordinal);
        Gateways(query, doors, calls);
        foreach (var flow in calls.SelectMany(c => c).Where(f => f.FromType is "microsoft.web/sites" or "microsoft.app/containerapps"))
        {
            // An app is made to be asked; what it lets the model be told is not in its configuration.
            if (Outside(doors.AnyOf(flow.FromKey)) is { } fromAzure)
                _all.Add(new OpenDoor(flow.ToId, flow.ToType, "", fromAzure, AccessState.Unknown, [], flow.FromId, doors.AnyOf(flow.FromKey)!.Inbound, flow.Id));
        }
    }

    /// <summary>Ordered by what they open.</summary>
    public IReadOnlyList<OpenDoor> All => _all;

    private void Stores(AccessQuery query, Doors doors)
    {
        var open = query.Run($"armresources | where type =~ '{Containers}' and properties.publicAccess in~ ('Blob', 'Container') | project id, tostring(properties.publicAccess) | order by id asc");
        if (open.Count == 0)
            return;
        var accounts = query.Run("resources | where type =~ 'microsoft.storage/storageaccounts' | project id, tobool(properties.allowBlobPublicAccess)").DistinctBy(r => ResourceIds.Key(AccessQuery.Text(r[0]))).ToDictionary(r => ResourceIds.Key(AccessQuery.Text(r[0])), r => (Id: AccessQuery.Text(r[0]), Allowed: r[1] as bool?), StringComparer.Ordinal);
        foreach (var row in open)
        {
            var id = AccessQuery.Text(row[0]);
            var key = ResourceIds.Key(id);
            var end = key.IndexOf("/blobservices/", StringComparison.Ordinal);
            // The account's own setting stands above its containers: learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure.
            if (end < 0 || !accounts.TryGetValue(key[..end], out var account) || account.Allowed == false)
                continue;
            var door = doors.DataOf(key, Containers);
            if (doors.Read && door is not null && Outside(door) is null && door.Inbound != "unknown")
                continue;
            var known = account.Allowed is not null && door is not null && Outside(door) is not null;
            var settings = new List<(string, string, string, string)> { ("armresources", id, "properties.publicAccess", AccessQuery.Text(row[1])) };
            if (account.Allowed is not null)
                settings.Add(("resources", account.Id, "properties.allowBlobPublicAccess", "true"));
            _all.Add(new OpenDoor(id, Containers, "read-data", Outside(door) == true, known ? AccessState.Active : AccessState.Unknown, [.. settings], door?.ResourceId ?? "", door?.Inbound ?? "", ""));
        }
    }

    private void Gateways(AccessQuery query, Doors doors, ILookup<string, Flow> calls)
    {
        foreach (var row in query.Run("armresources | where type =~ 'microsoft.apimanagement/service/apis' and tobool(properties.subscriptionRequired) == false | project id | order by id asc"))
        {
            var id = AccessQuery.Text(row[0]);
            var gateway = ResourceIds.Key(id);
            gateway = gateway[..Math.Max(0, gateway.IndexOf("/apis/", StringComparison.Ordinal))];
            var door = doors.DataOf(gateway, "microsoft.apimanagement/service");
            if (Outside(door) is not { } fromAzure)
                continue;
            // A policy may still ask for a token.
            foreach (var flow in calls[gateway])
                _all.Add(new OpenDoor(flow.ToId, flow.ToType, "invoke", fromAzure, AccessState.Unknown, [("armresources", id, "properties.subscriptionRequired", "false")], door!.ResourceId, door.Inbound, flow.Id));
        }
    }

    // False: from the internet; true: from Azure alone; null: from neither, or not known.
    private static bool? Outside(Door? door) => door?.Certain switch
    {
        "internet" => false,
        "azure" => true,
        _ => null,
    };
}
