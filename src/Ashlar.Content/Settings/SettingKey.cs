namespace Ashlar.Content;

/// <summary>A key of <c>ashlar.yaml</c>: something only the user can decide. Every key holds a list of texts.</summary>
public sealed record SettingKey(string Name, SettingKind Kind, string Question, string Example)
{
    /// <summary>All keys, in the order in which <c>ashlar.yaml</c> is written.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("productionScopes", SettingKind.Id, "Management groups and subscriptions that are production.", "/providers/Microsoft.Management/managementGroups/production"),
        new("approvedRegions", SettingKind.Region, "Regions where AI workloads and their data may stand.", "westeurope"),
        new("approvedModels", SettingKind.Model, "Models that may be deployed: a name, or name/version.", "gpt-4.1/2025-04-14"),
        new("approvedDeploymentTypes", SettingKind.DeploymentType, "Types of model deployment that may be used; Global ones compute anywhere in the world.", "DataZoneStandard"),
        new("approvedRegistries", SettingKind.Host, "Container registries that images may come from.", "contoso.azurecr.io"),
        new("dataClasses", SettingKind.DataClass, "How sensitive the data of a resource is, or of all below a resource group or subscription: its id, an equals sign, and public, internal, confidential, restricted or a word of your own.", "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/claims = confidential"),
        new("logWorkspaces", SettingKind.Id, "Log Analytics workspaces that diagnostic logs must reach.", "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central"),
    ];

    public static SettingKey? Find(string name) => All.FirstOrDefault(key => key.Name == name);

    /// <summary>The value in its one spelling, or null when it is none of this kind.</summary>
    public string? Normal(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = value.Trim();
        return Kind switch
        {
            SettingKind.Region => RegionName(text),
            SettingKind.Id => text.StartsWith('/') && text.Length > 1 ? text.TrimEnd('/') : null,
            SettingKind.DataClass => DataClass(text),
            SettingKind.Host => text.Contains("://", StringComparison.Ordinal) || text.Contains('/', StringComparison.Ordinal) || text.Contains(' ', StringComparison.Ordinal) || !text.Contains('.', StringComparison.Ordinal) ? null : text.ToLowerInvariant(),
            _ => text.Contains(' ', StringComparison.Ordinal) || text.Length == 0 ? null : text,
        };
    }

    // An id holds no equals sign; what follows is a word, or a few.
    private static string? DataClass(string text)
    {
        var at = text.LastIndexOf('=');
        var (id, word) = at < 0 ? ("", "") : (text[..at].Trim().TrimEnd('/'), text[(at + 1)..].Trim());
        return id.StartsWith('/') && !id.Contains('=', StringComparison.Ordinal) && word.Length is > 0 and <= 64 && word.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_') && word.Any(char.IsLetterOrDigit)
            ? $"{id} = {word.ToLowerInvariant()}"
            : null;
    }

    // "West Europe" is the display name of westeurope; exports hold both.
    private static string? RegionName(string text)
    {
        var name = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? name : null;
    }
}
