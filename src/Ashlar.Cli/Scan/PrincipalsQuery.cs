using Ashlar.Reports;
using Ashlar.Store;

namespace Ashlar.Cli.Scan;

/// <summary>Who must not be named when a report is redacted.</summary>
internal static class PrincipalsQuery
{
    private static readonly (string Kind, string Query)[] Queries =
    [
        ("user", "Users | project id, displayName, userPrincipalName, mail | sort by id asc"),
        ("group", "Groups | project id, displayName, mail | sort by id asc"),
        ("app", "ServicePrincipals | project id, displayName, appId | sort by id asc"),
        ("app", "Applications | project id, displayName, appId | sort by id asc"),
    ];

    public static IReadOnlyList<KnownPrincipal> Run(Snapshot snapshot, CancellationToken cancellationToken) =>
    [
        .. Queries.SelectMany(q => InventoryQuery.Ask(snapshot, q.Query, cancellationToken)
            .Select(row => new KnownPrincipal(q.Kind, (string)row[0]!, [.. row.Skip(1).Cast<string>().Where(alias => alias.Length > 0)]))),
    ];
}
