using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Terraform;

/// <summary>The configuration part of a plan: which expressions name which resources. Ids that are known only after apply are followed by it.</summary>
internal sealed class Configuration
{
    private const int MaxDepth = 32;
    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];
    private readonly Dictionary<(string Module, string Resource), IReadOnlyDictionary<string, IReadOnlyList<string>>> _references = [];

    public static Configuration Of(JsonObject plan)
    {
        var configuration = new Configuration();
        if (plan["configuration"] is JsonObject { } whole && whole["root_module"] is JsonObject root)
        {
            configuration.Read(new Scope(root, "", null, null), 0);
        }

        return configuration;
    }

    /// <summary>Attribute to the full addresses of the resources that its expression names, with the keys that it writes.</summary>
    /// <param name="module">Address, with the keys of count and for_each.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> References(string module, string type, string name) =>
        _references.GetValueOrDefault((Address.WithoutKeys(module), type + "." + name)) ?? Nothing;

    private void Read(Scope scope, int depth)
    {
        foreach (var resource in (scope.Module["resources"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (resource["expressions"] is JsonObject expressions && ResourceObject.Text(resource, "type") is { } type && ResourceObject.Text(resource, "name") is { } name)
            {
                _references[(scope.Path, type + "." + name)] = expressions.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. Named(e.Value, scope, 0).Distinct(StringComparer.Ordinal)]);
            }
        }

        foreach (var (name, _) in scope.Module["module_calls"] as JsonObject ?? [])
        {
            if (depth < MaxDepth && scope.Called(name) is { } called)
            {
                Read(called, depth + 1);
            }
        }
    }

    private static IEnumerable<string> Named(JsonNode? expression, Scope scope, int depth)
    {
        if (depth > MaxDepth)
        {
            yield break;
        }

        foreach (var reference in ((expression as JsonObject)?["references"] as JsonArray ?? []).OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => Address.Steps(v.GetValue<string>())))
        {
            var (next, at) = reference switch
            {
                [("var", _), var variable, ..] => (scope.Given(variable.Name), scope.Caller),
                [("module", _), var module, var output, ..] when scope.Called(module.Name, module.Key) is { } called => (called.Output(output.Name), called),
                _ => (null, null),
            };
            if (next is not null && at is not null)
            {
                foreach (var named in Named(next, at, depth + 1))
                {
                    yield return named;
                }
            }
            else if (reference is [var type, var name, ..] && type.Name.Contains('_', StringComparison.Ordinal))
            {
                yield return scope.AddressOf(type.Name + "." + name.Name + name.Key);
            }
        }
    }

    /// <param name="Path">Address of the module, with the keys that are written; empty for the root.</param>
    /// <param name="Call">The call that made it; null for the root.</param>
    private sealed record Scope(JsonObject Module, string Path, Scope? Caller, JsonObject? Call)
    {
        public string AddressOf(string name) => Path.Length == 0 ? name : Path + "." + name;

        public JsonNode? Given(string variable) => (Call?["expressions"] as JsonObject)?[variable];

        public JsonNode? Output(string name) => ((Module["outputs"] as JsonObject)?[name] as JsonObject)?["expression"];

        public Scope? Called(string name, string key = "") =>
            (Module["module_calls"] as JsonObject)?[name] is JsonObject call && call["module"] is JsonObject module ? new Scope(module, AddressOf("module." + name + key), this, call) : null;
    }
}
