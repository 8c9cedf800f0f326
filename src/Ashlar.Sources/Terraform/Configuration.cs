using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Terraform;

/// <summary>The configuration part of a plan: which expressions name which resources. Ids that are known only after apply are followed by it.</summary>
internal sealed partial class Configuration
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

    /// <summary>Attribute to the full addresses, without keys, of the resources that its expression names.</summary>
    /// <param name="module">Address, with the keys of count and for_each.</param>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> References(string module, string type, string name) =>
        _references.GetValueOrDefault((WithoutKeys(module), type + "." + name)) ?? Nothing;

    public static string WithoutKeys(string address) => Keys().Replace(address, "");

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

        foreach (var reference in ((expression as JsonObject)?["references"] as JsonArray ?? []).OfType<JsonValue>().Where(v => v.GetValueKind() == JsonValueKind.String).Select(v => WithoutKeys(v.GetValue<string>())))
        {
            var (next, at) = reference.Split('.') switch
            {
                ["var", var variable, ..] => (scope.Given(variable), scope.Caller),
                ["module", var module, var output, ..] when scope.Called(module) is { } called => (called.Output(output), called),
                _ => (null, null),
            };
            if (next is not null && at is not null)
            {
                foreach (var named in Named(next, at, depth + 1))
                {
                    yield return named;
                }
            }
            else if (reference.Split('.') is [var type, var name, ..] && type.Contains('_', StringComparison.Ordinal))
            {
                yield return scope.Address(type + "." + name);
            }
        }
    }

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();

    /// <param name="Path">Address of the module without keys; empty for the root.</param>
    /// <param name="Call">The call that made it; null for the root.</param>
    private sealed record Scope(JsonObject Module, string Path, Scope? Caller, JsonObject? Call)
    {
        public string Address(string name) => Path.Length == 0 ? name : Path + "." + name;

        public JsonNode? Given(string variable) => (Call?["expressions"] as JsonObject)?[variable];

        public JsonNode? Output(string name) => ((Module["outputs"] as JsonObject)?[name] as JsonObject)?["expression"];

        public Scope? Called(string name) =>
            (Module["module_calls"] as JsonObject)?[name] is JsonObject call && call["module"] is JsonObject module ? new Scope(module, Address("module." + name), this, call) : null;
    }
}
