namespace Ashlar.Model;

/// <summary>How one Terraform resource type becomes an ARM resource. Content: one file a type in <c>content/terraform</c>.</summary>
/// <param name="TerraformType">Such as <c>azurerm_cognitive_account</c>.</param>
/// <param name="Type">ARM type it makes; of a mapping with <paramref name="Into"/>, the type it adds to.</param>
/// <param name="Name">Where the name comes from.</param>
/// <param name="Parent">Attribute with the id of the parent, for a child; null when there is none.</param>
/// <param name="On">Attribute with the id of what the resource extends, for an extension; null when there is none.</param>
/// <param name="Into">Attribute with the id of the resource whose body these values belong to: no resource of its own.</param>
/// <param name="Values">ARM path (<c>sku.name</c>, <c>properties.publicNetworkAccess</c>) to where its value comes from, in order.</param>
/// <param name="Absent">ARM paths that this type never sets: Azure's default applies.</param>
public sealed record TerraformMapping(
    string TerraformType,
    string Type,
    TerraformValue Name,
    string? Parent,
    string? On,
    string? Into,
    IReadOnlyList<KeyValuePair<string, TerraformValue>> Values,
    IReadOnlyList<string> Absent)
{
    /// <summary>Resources below this one that the same Terraform resource makes.</summary>
    public IReadOnlyList<TerraformMapping> Children { get; init; } = [];

    /// <summary>The attribute that named the parent in an earlier provider, by id or by name.</summary>
    public string? OlderParent { get; init; }

    /// <summary>ARM paths that Terraform cannot tell, with the reason: undecided in every plan.</summary>
    public IReadOnlyDictionary<string, string> Untold { get; init; } = new Dictionary<string, string>();

    /// <summary>ARM paths that this mapping decides: each value, what stands in the elements of its lists, and what it never sets.</summary>
    public IEnumerable<string> Spoken => [.. Leaves(Values), .. Absent];

    /// <summary>A child is there only when this attribute is; null = always.</summary>
    public string? When { get; init; }

    private static IEnumerable<string> Leaves(IReadOnlyList<KeyValuePair<string, TerraformValue>> values) =>
        values.SelectMany(value => Chain(value.Value).SelectMany(one => one.Each is { } each ? Leaves(each).Select(inner => value.Key + "." + inner) : [value.Key]));

    private static IEnumerable<TerraformValue> Chain(TerraformValue value)
    {
        for (var one = value; one is not null; one = one.Or)
        {
            yield return one;
        }
    }
}
