namespace Ashlar.Graph.Access.Rules;

/// <summary>Targets for which the same alternatives hold: one type, and the same answers of its guards.</summary>
/// <param name="Open">Alternatives that apply, and whether that is certain (<see cref="AccessState.Active"/>) or <see cref="AccessState.Unknown"/>.</param>
internal sealed record TargetClass(int Index, string Type, IReadOnlyList<(Alternative Alternative, AccessState State)> Open)
{
    /// <summary>Capabilities that the type has at all, closed ones included; ordered.</summary>
    public required IReadOnlyList<int> Capabilities { get; init; }

    /// <summary>Keys are accepted: true, false, or null when the settings do not say or the type has no keys.</summary>
    public required bool? KeyAuth { get; init; }
}
