using System.CommandLine;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Cli.Rules;

/// <summary><c>ashlar rules list</c>: what there is.</summary>
internal static class RulesListCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new RulesOptions();
        var command = new Command("list", "Lists the controls: id, severity, discipline, title, frameworks, and whether the query runs in Azure Resource Graph as it stands. Example: ashlar rules list --format json");
        options.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var library = options.Load(parsed);
            var controls = options.Chosen(parsed, library);
            await (options.IsJson(parsed) ? WriteJsonAsync(output, controls) : WriteTableAsync(output, controls));
            var errors = library.Diagnostics.Count(problem => problem.Level == DiagnosticLevel.Error);
            if (errors > 0)
            {
                await output.Error.WriteLineAsync($"ashlar: {errors} errors keep controls from loading. See 'ashlar rules lint'.");
            }

            var unknown = await RulesTestCommand.SayUnknownAsync(options.Unknown(parsed, library), output);
            return unknown || library.Controls.Count == 0 ? ExitCodes.Unusable : ExitCodes.Clean;
        });
        return command;
    }

    private static async Task WriteTableAsync(CliOutput output, IReadOnlyList<LoadedControl> controls)
    {
        string[] head = ["id", "severity", "discipline", "resource graph", "frameworks", "title"];
        var rows = controls.Select(Row).Prepend(head).ToList();
        var widths = head.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            await output.Out.WriteLineAsync(string.Join("  ", row.Select((cell, column) => column == row.Length - 1 ? cell : cell.PadRight(widths[column]))));
        }

        await output.Out.WriteLineAsync($"{controls.Count} controls");
    }

    private static string[] Row(LoadedControl loaded)
    {
        var control = loaded.Control;
        return
        [
            control.Id,
            control.Severity.Name(),
            control.Discipline.ToString().ToLowerInvariant(),
            Obstacle(loaded) is null ? "runs as it is" : "-",
            string.Join(" ", control.Frameworks.Keys.Order(StringComparer.Ordinal)),
            DiagnosticText.Printable(control.Title),
        ];
    }

    private static Task WriteJsonAsync(CliOutput output, IReadOnlyList<LoadedControl> controls) =>
        RulesJson.WriteAsync(output.Out, json =>
        {
            json.WriteStartArray();
            foreach (var loaded in controls)
            {
                var control = loaded.Control;
                json.WriteStartObject();
                json.WriteString("id", control.Id);
                json.WriteString("area", control.Area);
                json.WriteString("severity", control.Severity.Name());
                json.WriteString("discipline", control.Discipline.ToString().ToLowerInvariant());
                json.WriteString("title", control.Title);
                json.WriteStartObject("frameworks");
                foreach (var (name, ids) in control.Frameworks.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    json.WriteTexts(name, ids);
                }

                json.WriteEndObject();
                json.WriteTexts("settings", loaded.Settings);
                json.WriteBoolean("manual", loaded.Query is null);
                json.WriteBoolean("runsInResourceGraph", Obstacle(loaded) is null);
                json.WriteString("resourceGraphObstacle", Obstacle(loaded));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static string? Obstacle(LoadedControl control) => Portability.Obstacle(control, table => TableCatalogue.Find(table)?.Kind);
}
