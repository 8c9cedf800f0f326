using System.Text.RegularExpressions;

namespace Ashlar.Content;

/// <summary>How the words of an edge are spelt.</summary>
internal static partial class EdgeForms
{
    public static readonly IReadOnlyDictionary<string, string> GraphTables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["microsoft.graph/applications"] = "Applications",
        ["microsoft.graph/groups"] = "Groups",
        ["microsoft.graph/serviceprincipals"] = "ServicePrincipals",
        ["microsoft.graph/users"] = "Users",
    };

    public static readonly IReadOnlyDictionary<string, EdgeRoad> Roads = Enum.GetValues<EdgeRoad>().ToDictionary(road => Camel(road.ToString()), StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, EdgeAnswer> Answers = Enum.GetValues<EdgeAnswer>().ToDictionary(answer => Camel(answer.ToString()), StringComparer.Ordinal);

    public const string Vault = "microsoft.keyvault/vaults";

    public static bool IsGraph(string type) => type.StartsWith("microsoft.graph/", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    public static partial Regex Id();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(\.[a-z0-9]+)+(/[a-z0-9.]+)+$")]
    public static partial Regex Type();

    // Cosmos DB's own roles name operations that end otherwise: https://learn.microsoft.com/azure/cosmos-db/nosql/security/reference-data-plane-actions
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+(/[A-Za-z0-9._$-]+)*/(read|write|delete|action)$|^Microsoft\.DocumentDB/databaseAccounts/sqlDatabases/containers/(executeQuery|readChangeFeed|items/(create|replace|upsert))$", RegexOptions.IgnoreCase)]
    public static partial Regex Action();

    [GeneratedRegex(@"^[A-Za-z0-9./_$*-]+$")]
    public static partial Regex Granted();

    [GeneratedRegex(@"^microsoft\.directory(/[A-Za-z0-9._-]+)+/[A-Za-z]+$")]
    public static partial Regex DirectoryAction();

    [GeneratedRegex("^(keys|secrets|certificates|storage)/[a-z]+$")]
    public static partial Regex AccessPolicy();

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    public static partial Regex Guid();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*(\.[A-Za-z0-9]+)+$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    public static partial Regex Permission();

    [GeneratedRegex(@"^AML\.T\d{4}(\.\d{3})?$")]
    public static partial Regex Atlas();

    [GeneratedRegex(@"^T\d{4}(\.\d{3})?$")]
    public static partial Regex Attack();

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
