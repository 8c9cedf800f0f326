using Ashlar.Model;

namespace Ashlar.Reports;

internal static class OriginWords
{
    /// <summary><c>infra/main.bicep:12</c>; where a file has no lines to show, the address in it: <c>plan.json (azurerm_storage_account.docs)</c>.</summary>
    public static string Words(Origin origin) =>
        origin.Line > 0 ? $"{origin.File}:{origin.Line}" : origin.Address is null ? origin.File : $"{origin.File} ({origin.Address})";

    /// <summary><c>ai-chat (ipRules/0)</c>.</summary>
    public static string Name(Finding finding) => Name(finding.ResourceId, finding.SubKey);

    public static string Name(string resourceId, string? subKey) => ResourceIds.Name(resourceId) + (subKey is null ? "" : $" ({subKey})");

    /// <summary>Place, when there is one, and name: <c>infra/main.bicep:12  ai-chat (ipRules/0)</c>.</summary>
    public static string Subject(Finding finding) => (finding.Origin is { } origin ? Words(origin) + "  " : "") + Name(finding);
}
