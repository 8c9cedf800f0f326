using System.Text.Json.Nodes;

namespace Ashlar.Rules;

/// <summary>A resource as a patch declares it.</summary>
/// <param name="Table">Where a snapshot keeps its type.</param>
/// <param name="Row">Id and what the patch declares, by column name.</param>
public sealed record DeployedResource(string Table, JsonObject Row);
