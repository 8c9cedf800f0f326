using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>Parameters and variables of one template, and the values that follow from them.</summary>
internal sealed partial class TemplateScope(JsonObject template, IReadOnlyDictionary<string, JsonNode?> given) : IValues
{
    private const int MaxDepth = 32;
    private readonly JsonObject? _parameters = template["parameters"] as JsonObject;
    private readonly JsonObject? _variables = template["variables"] as JsonObject;

    public JsonObject Template => template;

    /// <summary>The expression in a text; null when the text is one as it stands.</summary>
    public static string? ExpressionIn(string text) =>
        text.Length > 1 && text[0] == '[' && text[^1] == ']' && text[1] != '[' ? text[1..^1] : null;

    /// <summary>A text that starts with <c>[[</c> stands for one that starts with <c>[</c>.</summary>
    public static string Literal(string text) => text.StartsWith("[[", StringComparison.Ordinal) ? text[1..] : text;

    public Decided? Decide(JsonNode? node) => Decide(node, 0);

    public string? Key(string written) => ExpressionIn(written) is null ? Literal(written) : null;

    /// <summary>The value of a node of the template; null when anything in it is known only at deployment.</summary>
    private Decided? Decide(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                return ExpressionIn(text) is { } expression ? Evaluate(Expression.Parse(expression), depth) : new Decided(JsonValue.Create(Literal(text)));
            case JsonObject source:
                var result = new JsonObject();
                foreach (var (key, inner) in source)
                {
                    if (key == "copy" || Decide(inner, depth) is not { } decided)
                    {
                        return null;
                    }

                    result[key] = decided.Value?.DeepClone();
                }

                return new Decided(result);
            case JsonArray source:
                var array = new JsonArray();
                foreach (var inner in source)
                {
                    if (Decide(inner, depth) is not { } decided)
                    {
                        return null;
                    }

                    array.Add(decided.Value?.DeepClone());
                }

                return new Decided(array);
            default:
                return new Decided(node);
        }
    }

    /// <summary>A name with <c>{…}</c> in the place of what is known only at deployment: the same expression gives the same text.</summary>
    public string Name(string text) =>
        ExpressionIn(text) is not { } expression ? Literal(text) : Expression.Parse(expression) is { } parsed ? Name(parsed, 0) : Expression.Placeholder(expression);

    private string Name(Expression expression, int depth)
    {
        if (Evaluate(expression, depth) is { Value: JsonValue value })
        {
            return Plain(value);
        }

        switch (expression)
        {
            case Expression.Call { Arguments: [var name] } call when depth < MaxDepth && Evaluate(name, depth) is { Value: JsonValue key } && Behind(call, Plain(key)) is { } behind:
                return Name(behind, depth + 1);
            case Expression.Call call when Is(call, "concat") && depth < MaxDepth:
                return string.Concat(call.Arguments.Select(a => Name(a, depth + 1)));
            case Expression.Call { Arguments: [Expression.Text format, ..] } call when Is(call, "format") && depth < MaxDepth:
                return Hole().Replace(format.Value, m => Argument(call, m.Groups[1].Value) is { } argument ? Name(argument, depth + 1) : m.Value);
            default:
                return expression.Placeholder();
        }
    }

    /// <summary>The expression that a variable or the default of a parameter is.</summary>
    private Expression? Behind(Expression.Call call, string name)
    {
        var node = Is(call, "variables") ? _variables?[name] : Is(call, "parameters") ? Default(name) : null;
        return node is JsonValue value && value.GetValueKind() == JsonValueKind.String && ExpressionIn(value.GetValue<string>()) is { } inner ? Expression.Parse(inner) : null;
    }

    private Decided? Evaluate(Expression? expression, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        return expression switch
        {
            Expression.Text text => new Decided(JsonValue.Create(text.Value)),
            Expression.Number number => new Decided(JsonValue.Create(number.Value)),
            Expression.Member member => Evaluate(member.Of, depth + 1) is { Value: JsonObject value } && value.TryGetPropertyValue(member.Name, out var found) ? new Decided(found) : null,
            Expression.Index { At: Expression.Number at } index => Evaluate(index.Of, depth + 1) is { Value: JsonArray array } && at.Value >= 0 && at.Value < array.Count ? new Decided(array[(int)at.Value]) : null,
            Expression.Call call => Call(call, depth),
            _ => null,
        };
    }

    private Decided? Call(Expression.Call call, int depth)
    {
        if (call.Arguments.Count == 0)
        {
            return call.Name.ToLowerInvariant() switch
            {
                "true" => new Decided(JsonValue.Create(true)),
                "false" => new Decided(JsonValue.Create(false)),
                "null" => new Decided(null),
                "createobject" => new Decided(new JsonObject()),
                "createarray" => new Decided(new JsonArray()),
                _ => null,
            };
        }

        var arguments = new List<JsonNode?>();
        foreach (var argument in call.Arguments)
        {
            if (Evaluate(argument, depth + 1) is not { } decided)
            {
                return null;
            }

            arguments.Add(decided.Value);
        }

        return call.Name.ToLowerInvariant() switch
        {
            "parameters" when arguments is [JsonValue name] => Parameter(Plain(name), depth),
            "variables" when arguments is [JsonValue name] && _variables is not null && _variables.TryGetPropertyValue(Plain(name), out var found) => Decide(found, depth + 1),
            "concat" when arguments.All(a => a is JsonValue) => Text(string.Concat(arguments.Select(a => Plain((JsonValue)a!)))),
            "concat" when arguments.All(a => a is JsonArray) => new Decided(new JsonArray([.. arguments.SelectMany(a => (JsonArray)a!).Select(e => e?.DeepClone())])),
            "format" when arguments.All(a => a is JsonValue) => Format(arguments),
            "tolower" when arguments is [JsonValue text] => Text(Plain(text).ToLowerInvariant()),
            "toupper" when arguments is [JsonValue text] => Text(Plain(text).ToUpperInvariant()),
            "string" when arguments is [JsonValue text] => Text(Plain(text)),
            "bool" when arguments is [JsonValue text] && bool.TryParse(Plain(text), out var flag) => new Decided(JsonValue.Create(flag)),
            "createarray" => new Decided(new JsonArray([.. arguments.Select(a => a?.DeepClone())])),
            _ => null,
        };
    }

    /// <summary>A value that the deployment gives, or the default. A secure parameter is never opened.</summary>
    private Decided? Parameter(string name, int depth)
    {
        var declared = Declared(name);
        var type = declared?["type"] is JsonValue t && t.GetValueKind() == JsonValueKind.String ? t.GetValue<string>() : "";
        if (type.StartsWith("secure", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (given.TryGetValue(name, out var value))
        {
            return new Decided(value);
        }

        return declared is not null && declared.TryGetPropertyValue("defaultValue", out var literal) ? Decide(literal, depth + 1) : null;
    }

    private JsonObject? Declared(string name) => _parameters?.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value as JsonObject;

    private JsonNode? Default(string name) => Declared(name) is { } declared ? declared["defaultValue"] : null;

    private static Decided? Format(List<JsonNode?> arguments)
    {
        var known = true;
        var text = Hole().Replace(Plain((JsonValue)arguments[0]!), m =>
        {
            var at = int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + 1;
            known &= at < arguments.Count;
            return at < arguments.Count ? Plain((JsonValue)arguments[at]!) : "";
        });
        return known && !text.Contains('{', StringComparison.Ordinal) ? Text(text) : null;
    }

    private static Expression? Argument(Expression.Call call, string number) =>
        int.Parse(number, CultureInfo.InvariantCulture) + 1 is var at && at < call.Arguments.Count ? call.Arguments[at] : null;

    private static Decided Text(string text) => new(JsonValue.Create(text));

    private static bool Is(Expression.Call call, string name) => call.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Plain(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    [GeneratedRegex(@"\{([0-9]{1,3})\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();
}
