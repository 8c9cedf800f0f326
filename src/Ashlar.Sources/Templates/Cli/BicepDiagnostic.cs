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
        var (line, column) = BicepDeclaration.Start(value);
        return new BicepDiagnostic(
            BicepCli.Text(value, "source") ?? "", line, column, BicepCli.Text(value, "level") ?? "", BicepCli.Text(value, "code") ?? "", BicepCli.Text(value, "message") ?? "");
    }
}
