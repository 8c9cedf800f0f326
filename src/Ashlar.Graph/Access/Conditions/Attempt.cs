namespace Ashlar.Graph.Access.Conditions;

/// <summary>What a condition is asked about.</summary>
internal sealed record Attempt(string Action, IAttributes Attributes);
