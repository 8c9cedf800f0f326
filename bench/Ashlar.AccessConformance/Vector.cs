using System.Text.Json.Nodes;

namespace Ashlar.AccessConformance;

/// <summary>A tenant and what is asked of it.</summary>
/// <param name="Number">As numbered in section 5.11 of the reference; several tenants may belong to one.</param>
/// <param name="Authorization">Assignments and roles of its own; the built-in roles are there anyway.</param>
internal sealed record Vector(int Number, IReadOnlyList<JsonObject> Authorization, IReadOnlyList<Question> Questions)
{
    public IReadOnlyList<JsonObject> Arm { get; init; } = [];

    /// <summary>Group, member.</summary>
    public IReadOnlyList<(string Group, string Member)> Members { get; init; } = [];
}
