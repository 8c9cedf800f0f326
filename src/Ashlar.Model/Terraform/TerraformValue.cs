using System.Text.Json.Nodes;

namespace Ashlar.Model;

/// <summary>Where one ARM value comes from.</summary>
/// <param name="From">Attribute path, <c>network_acls.default_action</c>: a block with one element is stepped into. Null = a constant.</param>
public sealed record TerraformValue(string? From)
{
    /// <summary>The value itself when there is no <see cref="From"/>.</summary>
    public JsonNode? Constant { get; init; }

    /// <summary>The value is there only when this attribute is: not null, not false, no empty list or text.</summary>
    public string? When { get; init; }

    /// <summary>Text of the attribute's value, in any case, to what it means in ARM; a value that is not here is undecided.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Map { get; init; }

    /// <summary>Asked when the attribute is not written: the name it had in an earlier provider. The default belongs to the last.</summary>
    public TerraformValue? Or { get; init; }

    /// <summary>A boolean that says the opposite.</summary>
    public bool Not { get; init; }

    /// <summary>What the provider sends when the attribute is not written; null = nothing.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>Each element of the list becomes an object of these values; <c>.</c> is the element itself.</summary>
    public IReadOnlyList<KeyValuePair<string, TerraformValue>>? Each { get; init; }

    /// <summary>A list of texts becomes an object with these as keys.</summary>
    public bool Keys { get; init; }

    /// <summary>A list of texts becomes one text with commas between them; an empty list is not written.</summary>
    public bool Join { get; init; }

    /// <summary>The id of a resource: where it is known only after apply, the one that the plan's own resource has here.</summary>
    public bool Id { get; init; }

    /// <summary>A text that holds JSON.</summary>
    public bool Json { get; init; }
}
