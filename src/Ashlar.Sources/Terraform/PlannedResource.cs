using System.Text.Json.Nodes;

namespace Ashlar.Sources.Terraform;

/// <summary>One managed resource of a plan or state.</summary>
/// <param name="Address">Such as <c>module.ai.azurerm_cognitive_account.chat["a"]</c>.</param>
/// <param name="Module">Address of the module, <c>module.ai</c>; empty for the root.</param>
/// <param name="Index">Of count or for_each, as in the address; empty when there is none.</param>
/// <param name="Values">Attributes that are known.</param>
/// <param name="Unknown">Mirrors the attributes; true where the value is known only after apply.</param>
/// <param name="Sensitive">Mirrors the attributes; true where the value is a secret.</param>
/// <param name="References">Attribute to the addresses that its expression names, within the module, longest first.</param>
internal sealed record PlannedResource(
    string Address,
    string Module,
    string Type,
    string Index,
    JsonObject Values,
    JsonNode? Unknown,
    JsonNode? Sensitive,
    IReadOnlyDictionary<string, IReadOnlyList<string>> References)
{
    /// <summary>
    /// False when the configuration is there and does not name the attribute: the provider then sends nothing and Azure decides. Blocks count as written,
    /// because the configuration of a plan leaves out dynamic ones.
    /// </summary>
    public bool IsWritten(string path) => path.Contains('.', StringComparison.Ordinal) || References.Count == 0 || References.ContainsKey(path);
}
