using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Cli;

/// <summary>What the compiler says of a file.</summary>
/// <param name="File">Absolute path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Level"><c>Error</c>, <c>Warning</c> or <c>Info</c>.</param>
public sealed record BicepDiagnostic(string File, int Line, int Column, string Level, string Code, string Message)
{
    internal static IReadOnlyList<BicepDiagnostic> All(JsonObject answer) =>
        [.. (answer["diagnostics"] as JsonArray ?? []).OfType<JsonObject>().Select(One)];

    private static BicepDiagnostic One(JsonObject value)
    {
        var start = (value["range"] as JsonObject)?["start"] as JsonObject;
        return new BicepDiagnostic(
            BicepCli.Text(value, "source") ?? "",
            Number(start, "line") + 1,
            Number(start, "char") + 1,
            BicepCli.Text(value, "level") ?? "",
            BicepCli.Text(value, "code") ?? "",
            BicepCli.Text(value, "message") ?? "");
    }

    private static int Number(JsonObject? value, string name) => value?[name] is JsonValue found && found.TryGetValue<int>(out var number) ? number : -1;
}
