namespace Ashlar.Graph.Access.Conditions;

/// <summary>What is known of an attribute: nothing, that it is not there, or its values as text (GUIDs bare, times in ISO 8601, "true" or "false").</summary>
internal sealed class AttributeValue
{
    /// <summary>Not inventoried; null.</summary>
    public static readonly AttributeValue Unknown = new(null);

    public static readonly AttributeValue Absent = new([]);

    private AttributeValue(IReadOnlyList<string>? values) => Values = values;

    public bool IsUnknown => Values is null;

    public bool IsAbsent => Values is { Count: 0 };

    /// <summary>Null when unknown, empty when absent.</summary>
    public IReadOnlyList<string>? Values { get; }

    /// <summary>No value at all is an absent attribute.</summary>
    public static AttributeValue Of(params IReadOnlyList<string> values) => values.Count == 0 ? Absent : new(values);
}
