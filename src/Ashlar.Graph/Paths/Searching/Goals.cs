using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Searching;

/// <summary>What an attacker wants, node by node.</summary>
internal sealed class Goals
{
    private readonly string?[] _of;

    public Goals(AttackGraph graph, Terrain terrain)
    {
        _of = new string?[graph.Nodes.Count];
        for (var i = 0; i < _of.Length; i++)
            _of[i] = Of(graph.Nodes[i], terrain);
    }

    /// <summary>Word of AttackPaths.Goal; null: nobody wants it for itself.</summary>
    public string? this[int node] => _of[node];

    private static string? Of(Node node, Terrain terrain)
    {
        if (node.Kind == NodeKind.Ruler)
            return "controlTenant";
        if (node.Kind is not (NodeKind.Done or NodeKind.Code or NodeKind.Steered or NodeKind.Told or NodeKind.Called))
            return null;
        var place = terrain.Places.All[node.A];
        if (node.Kind == NodeKind.Done && terrain.Capabilities.Names[node.B] == "grant-directory-role")
            return "controlTenant";
        if (place.Workloads.Count == 0)
            return null;
        return node.Kind switch
        {
            NodeKind.Code => "runCode",
            NodeKind.Steered => "poisonData",
            NodeKind.Told => "readData",
            NodeKind.Called => IsData(place.Type) ? "readData" : null,
            _ => OfCapability(terrain.Capabilities.Names[node.B], place),
        };
    }

    /// <summary>What using a capability on a place is; null: nothing that is wanted for itself.</summary>
    public static string? OfCapability(string capability, Place place) => place.Workloads.Count == 0 ? null : capability switch
    {
        "invoke" => "useModel",
        "read-data" => place.Type.StartsWith("microsoft.machinelearningservices/", StringComparison.Ordinal) || place.Type.StartsWith("microsoft.containerregistry/", StringComparison.Ordinal) ? "takeModel" : "readData",
        "change-filter" => "changeFilter",
        "poison" or "write-data" or "fine-tune" => "poisonData",
        "read-prompts" => "readPrompts",
        "read-secrets" or "read-connections" => "readSecrets",
        "manage" or "grant-access" or "change-gateway" => place.IsOwn ? "controlWorkload" : null,
        "blind-logs" => "blindLogs",
        _ => null,
    };

    private static bool IsData(string type) =>
        type.StartsWith("microsoft.storage/", StringComparison.Ordinal) || type.StartsWith("microsoft.documentdb/", StringComparison.Ordinal) || type.StartsWith("microsoft.search/", StringComparison.Ordinal)
        || type.StartsWith("microsoft.sql/", StringComparison.Ordinal) || type.StartsWith("microsoft.dbfor", StringComparison.Ordinal) || type.StartsWith("microsoft.keyvault/", StringComparison.Ordinal);
}
