using System.Text.Json.Nodes;

namespace Ashlar.Content;

/// <summary>A grant on a target, and whether it gives the capability.</summary>
/// <param name="Because">The sentence it proves.</param>
/// <param name="OnType">Lower case.</param>
/// <param name="OnColumns">Columns of the target's row besides its type, such as <c>properties</c> and <c>kind</c>; what is not named is not reported.</param>
/// <param name="By">The road that the answer speaks of; null: any.</param>
public sealed record EdgeAssertion(
    string Because,
    string OnType,
    JsonObject OnColumns,
    EdgeGrants Grants,
    EdgeAnswer Can,
    EdgeRoad? By,
    int Line)
{
    public JsonNode? OnProperties => OnColumns["properties"];
}
