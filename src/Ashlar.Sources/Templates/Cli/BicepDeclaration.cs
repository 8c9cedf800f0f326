using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Cli;

/// <summary>A resource or module as its file declares it.</summary>
/// <param name="Name">Symbolic name.</param>
/// <param name="Type">Resource type without version; of a module <c>&lt;module&gt;</c>.</param>
/// <param name="Module">Path of a local module, relative to the file; null for a resource.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record BicepDeclaration(string Name, string Type, bool IsExisting, string? Module, int Line, int Column)
{
    internal static IReadOnlyList<BicepDeclaration> All(JsonObject answer) =>
        [.. (answer["nodes"] as JsonArray ?? []).OfType<JsonObject>().Select(One).OrderBy(d => d.Line).ThenBy(d => d.Column)];

    internal static (int Line, int Column) Start(JsonObject value) =>
        (value["range"] as JsonObject)?["start"] is JsonObject start ? (Number(start, "line") + 1, Number(start, "char") + 1) : (0, 0);

    private static BicepDeclaration One(JsonObject value)
    {
        var (line, column) = Start(value);
        var isExisting = value["isExisting"] is JsonValue existing && existing.TryGetValue<bool>(out var said) && said;
        return new BicepDeclaration(BicepCli.Text(value, "name") ?? "", BicepCli.Text(value, "type") ?? "", isExisting, BicepCli.Text(value, "relativePath"), line, column);
    }

    private static int Number(JsonObject value, string name) => value[name] is JsonValue found && found.TryGetValue<int>(out var number) ? number : -1;
}
