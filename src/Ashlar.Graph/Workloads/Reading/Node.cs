namespace Ashlar.Graph.Workloads.Reading;

/// <summary>An AI resource, or an app that names one, with the rows below it and everything they refer to.</summary>
internal sealed class Node(AiRow row, NodeKind kind)
{
    public AiRow Row { get; } = row;

    public NodeKind Kind { get; } = kind;

    /// <summary>Rows below it, by key.</summary>
    public List<AiRow> Children { get; } = [];

    /// <summary>Its own references and those of its children; what lies in itself is left out.</summary>
    public List<(AiRow From, Reference To)> References { get; } = [];
}
