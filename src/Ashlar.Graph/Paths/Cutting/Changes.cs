using Ashlar.Graph.Paths.Folding;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Graph.Paths.Telling;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Cutting;

/// <summary>The changes of which each alone takes a proof of a path away.</summary>
internal sealed class Changes(Terrain terrain)
{
    private readonly Dictionary<string, Flow> _flows = terrain.Flows.All.ToDictionary(f => f.Id, StringComparer.Ordinal);

    public IEnumerable<Change> Of(Road road) => road.Steps.SelectMany(s => s.Proofs).Select(Of).OfType<Change>().DistinctBy(c => (c.Kind, c.ResourceId, c.Setting));

    private Change? Of(Proof proof) => (proof.Table, proof.Path) switch
    {
        ("authorizationresources", _) or ("armresources", "properties.principalId") or ("managedserviceresources", _) => Assignment(proof.Id, proof.Value),
        ("DirectoryRoleAssignments" or "DirectoryRoleEligibilities" or "AppRoleAssignments", _) => new Change("removeAssignment", Identity(proof.Value), proof.Id, $"Take the {(proof.Table == "AppRoleAssignments" ? "application permission" : "directory role")} from {Name(proof.Value)}.", proof.Value),
        ("resources", "properties.accessPolicies") => new Change("removeAssignment", proof.Id, "properties.accessPolicies", $"Remove the access policy of {Name(proof.Value)} from {ResourceIds.Name(proof.Id)}.", proof.Value),
        ("ApplicationOwners" or "ServicePrincipalOwners" or "GroupOwners", _) => new Change("removeAssignment", Identity(proof.Id), proof.Value, $"Take {Name(proof.Value)} off the owners of {Name(proof.Id)}.", proof.Value),
        ("GroupMembers" or "GroupEligibilities", _) => new Change("removeMembership", Identity(proof.Id), proof.Value, $"Take {Name(proof.Value)} out of {Name(proof.Id)}.", proof.Value),
        ("AccessTargets", "KeyAuth") => new Change("turnKeysOff", proof.Id, KeySetting(proof.Id), $"Turn keys of {ResourceIds.Name(proof.Id)} off and let callers sign in.", ""),
        ("Exposure", _) when proof.Value is "internet" or "azure" or "corporate" => new Change("closePublicAccess", proof.Id, "properties.publicNetworkAccess", $"Close {ResourceIds.Name(proof.Id)} to what comes from outside its networks.", ""),
        ("NetworkReach", _) => new Change("narrowRule", proof.Id, proof.Value, $"Keep {ResourceIds.Name(proof.Value)} from reaching {ResourceIds.Name(proof.Id)}.", ""),
        ("Identities", "Federations") => new Change("removeFederation", proof.Id, proof.Value, $"Remove or narrow the trust that {ResourceShown(proof.Id)} puts in '{proof.Value}'.", ObjectId(proof.Id)),
        ("Identities", "Credentials") => new Change("removeCredential", proof.Id, proof.Value, $"Remove the credential {proof.Value} of {ResourceShown(proof.Id)}; let it sign in by federation or as a managed identity.", ObjectId(proof.Id)),
        ("Identities", "LastSignIn" or "Kind") => new Change("setting", proof.Id, "accountEnabled", $"Disable or remove {ResourceShown(proof.Id)}.", ObjectId(proof.Id)),
        ("armresources", "properties.publicAccess") or ("resources", "properties.allowBlobPublicAccess") => new Change("setting", proof.Id, proof.Path, $"Close {ResourceIds.Name(proof.Id)} to anonymous readers.", ""),
        ("armresources", "properties.subscriptionRequired") => new Change("setting", proof.Id, proof.Path, $"Ask for a subscription or a token at {ResourceIds.Name(proof.Id)}.", ""),
        ("DataFlows", "AnyoneWrites" or "Writers") when _flows.TryGetValue(proof.Id, out var flow) => new Change("restrictWriters", flow.FromId, "writers", $"Let fewer write to {ResourceIds.Name(flow.FromId)}.", ""),
        ("DataFlows", "Authentication") when _flows.TryGetValue(proof.Id, out var flow) => new Change("setting", flow.ViaId, flow.ViaPath, $"Let {ResourceIds.Name(flow.ViaId)} sign in with an identity instead of a key.", ""),
        _ => null,
    };

    private Change Assignment(string id, string holder)
    {
        var end = id.LastIndexOf("/providers/microsoft.authorization/", StringComparison.OrdinalIgnoreCase);
        var scope = end < 0 ? id : end == 0 ? "/" : id[..end];
        return new Change("removeAssignment", scope, id, $"Take the role that {Name(holder)} holds at {terrain.Scopes.Of(scope)} away, or narrow it.", holder);
    }

    private static string KeySetting(string id) => ResourceIds.Type(id) switch
    {
        "microsoft.storage/storageaccounts" => "properties.allowSharedKeyAccess",
        "microsoft.containerregistry/registries" => "properties.adminUserEnabled",
        "microsoft.machinelearningservices/workspaces/onlineendpoints" => "properties.authMode",
        _ => "properties.disableLocalAuth",
    };

    private string Name(string objectId) => terrain.People[terrain.Access.PrincipalOf(objectId)] is { } person ? PeopleStarts.Shown(person) : objectId;

    private string Identity(string objectId) => terrain.People[terrain.Access.PrincipalOf(objectId)]?.ResourceId ?? objectId;

    private string ResourceShown(string resourceId) => Name(ObjectId(resourceId));

    private static string ObjectId(string resourceId) => ResourceIds.Name(resourceId).ToLowerInvariant();
}
