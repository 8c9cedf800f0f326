using System.Text.Json;
using Ashlar.Cli.Rules;
using Ashlar.Reports;

namespace Ashlar.Cli.Paths;

/// <summary>Paths and changes as a person reads them.</summary>
internal static class PathsText
{
    public static async Task PathsAsync(TextWriter writer, IReadOnlyList<object?[]> paths, IReadOnlyList<string> missing, int top)
    {
        await writer.WriteLineAsync(paths.Count == 0 ? "No path in what was read." : $"{paths.Count} {(paths.Count == 1 ? "path" : "paths, the worst first")}: {string.Join(", ", paths.GroupBy(p => (string)p[14]!).Select(g => $"{g.Count()} {g.Key}"))}");
        await MissingAsync(writer, missing);
        foreach (var path in paths.Take(top))
        {
            await writer.WriteLineAsync($"\n  {path[14]} {path[13]}  {PathWords.Words((string)path[4]!)}: {Shown(path[7], path[5])}  from {PathWords.Words((string)path[1]!)} {Shown(path[3], path[2])}{(path[10] is "active" ? "" : $"  ({path[10]})")}");
            await writer.WriteLineAsync($"    effort {path[11]}, yield {path[12]}{(path[15] is > 0L ? $", {path[15]} more like it" : "")}   {path[0]}");
            using var steps = JsonDocument.Parse((string)path[9]!);
            var number = 0;
            foreach (var step in steps.RootElement.EnumerateArray())
                await StepAsync(writer, step, number++);
        }

        if (paths.Count > top)
            await writer.WriteLineAsync($"\n  {paths.Count - top} more; --top {paths.Count} shows them, --cut what to change first.");
    }

    public static async Task CutsAsync(TextWriter writer, IReadOnlyList<object?[]> changes, int paths, IReadOnlyList<string> missing, int top)
    {
        await writer.WriteLineAsync(paths == 0 ? "No path in what was read, so nothing to cut." : $"{changes.Count} changes cut what can be cut of {paths} paths. Do first:");
        await MissingAsync(writer, missing);
        foreach (var change in changes.Take(top))
        {
            await writer.WriteLineAsync($"\n  {change[0],3}  {DiagnosticText.Printable((string)change[4]!)}");
            await writer.WriteLineAsync($"       cuts {change[6]} of {paths} paths by itself, {change[5]} of all {change[7]} beyond those before it   {change[1]}");
            await writer.WriteLineAsync($"       at {DiagnosticText.Printable((string)change[2]!)}: {DiagnosticText.Printable((string)change[3]!)}");
            foreach (var breaks in JsonSerializer.Deserialize<List<string>>((string)change[8]!)!)
                await writer.WriteLineAsync($"       may break: {DiagnosticText.Printable(breaks)}");
        }

        if (changes.Count > top)
            await writer.WriteLineAsync($"\n  {changes.Count - top} more; --top {changes.Count} shows them.");
    }

    private static async Task StepAsync(TextWriter writer, JsonElement step, int number)
    {
        var state = step.GetProperty("state").GetString();
        await writer.WriteLineAsync($"    {(number == 0 ? "start" : number + ".")}  {DiagnosticText.Printable(step.GetProperty("says").GetString()!)}{(state == "active" ? "" : $"  [{state}]")}");
        foreach (var proof in step.GetProperty("proofs").EnumerateArray())
            await writer.WriteLineAsync(DiagnosticText.Printable($"         {Text(proof, "table")}  {Text(proof, "id")}  {Text(proof, "path")} = {Text(proof, "value")}"));
    }

    private static async Task MissingAsync(TextWriter writer, IReadOnlyList<string> missing)
    {
        foreach (var sentence in missing)
            await writer.WriteLineAsync("  Not known: " + DiagnosticText.Printable(sentence));
    }

    private static string Text(JsonElement proof, string name) => proof.GetProperty(name).GetString() ?? "";

    private static string Shown(object? name, object? id) => DiagnosticText.Printable(name is string { Length: > 0 } shown ? shown : id as string ?? "");
}
