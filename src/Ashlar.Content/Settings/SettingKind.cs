namespace Ashlar.Content;

/// <summary>What the texts of a setting are, so that a slip is caught when the file is read.</summary>
public enum SettingKind
{
    /// <summary>Azure's region name, such as <c>westeurope</c>.</summary>
    Region,

    /// <summary>Id of a management group, subscription or resource; starts with a slash.</summary>
    Id,

    /// <summary>DNS name without scheme.</summary>
    Host,

    /// <summary>Model name, or <c>name/version</c>.</summary>
    Model,

    /// <summary>Id of a resource or scope, an equals sign, a class of data.</summary>
    DataClass,

    /// <summary>Sku name of a model deployment, such as <c>GlobalStandard</c>.</summary>
    DeploymentType,
}
