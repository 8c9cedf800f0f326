using System.Globalization;
using System.Text.Json;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>A dynamic value: null, bool, long, double, string, an array or a bag. A null dynamic outside an array or bag is C#'s null.</summary>
internal sealed class Dyn
{
    private Dyn(object? value) => Value = value;

    /// <summary>null, bool, long, double, string, <c>Dyn[]</c> or <c>KeyValuePair&lt;string, Dyn&gt;[]</c>.</summary>
    public object? Value { get; }

    public Dyn[]? Array => Value as Dyn[];

    public KeyValuePair<string, Dyn>[]? Bag => Value as KeyValuePair<string, Dyn>[];

    public static Dyn Of(object? scalar) => scalar switch
    {
        null or bool or long or double or string => new Dyn(scalar),
        int small => new Dyn((long)small),
        Dyn dynamic => dynamic,
        _ => throw new Undocumented($"a {scalar.GetType().Name} inside a dynamic value"),
    };

    public static Dyn OfArray(IEnumerable<object?> elements) => new(elements.Select(Of).ToArray());

    public static Dyn OfBag(params (string Name, object? Value)[] slots) =>
        new(slots.Select(s => KeyValuePair.Create(s.Name, Of(s.Value))).ToArray());

    /// <summary>What a column or a path holds: C#'s null for a dynamic null.</summary>
    public Dyn? Unwrapped => Value is null ? null : this;

    public Dyn? Slot(string name) => Bag?.FirstOrDefault(s => s.Key == name).Value?.Unwrapped;

    public Dyn? Element(long index)
    {
        if (Array is not { } array)
            return null;
        var at = index < 0 ? array.Length + index : index;
        return at >= 0 && at < array.Length ? array[at].Unwrapped : null;
    }

    public string Json => Value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString("R", CultureInfo.InvariantCulture) is var text && text.Contains('.') ? text : text + ".0",
        string words => JsonSerializer.Serialize(words, JsonSerializerOptions.Strict),
        Dyn[] array => "[" + string.Join(",", array.Select(a => a.Json)) + "]",
        _ => "{" + string.Join(",", Bag!.Select(s => JsonSerializer.Serialize(s.Key, JsonSerializerOptions.Strict) + ":" + s.Value.Json)) + "}",
    };

    public static Dyn Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return From(document.RootElement);
    }

    private static Dyn From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => new Dyn(true),
        JsonValueKind.False => new Dyn(false),
        JsonValueKind.String => new Dyn(element.GetString()),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? new Dyn(whole) : new Dyn(element.GetDouble()),
        JsonValueKind.Array => new Dyn(element.EnumerateArray().Select(From).ToArray()),
        JsonValueKind.Object => new Dyn(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, From(p.Value))).ToArray()),
        _ => new Dyn(null),
    };
}
