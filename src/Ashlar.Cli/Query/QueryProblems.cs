using Ashlar.Cli.Rules;
using Ashlar.Kql;

namespace Ashlar.Cli.Query;

/// <summary>What is wrong with a query: the line it stands in, a caret under it, and what to do.</summary>
internal static class QueryProblems
{
    private const int MostWidth = 160;

    /// <param name="file">Where the query stands; null when it was typed.</param>
    public static async Task WriteAsync(KqlCompilation compiled, TextWriter error, string? file = null)
    {
        var lines = compiled.Text.Split('\n');
        foreach (var problem in compiled.Diagnostics)
        {
            await error.WriteLineAsync($"{(file is null ? "" : DiagnosticText.Printable(file) + ":")}{problem.Line}:{problem.Column}: {problem.Code}: {DiagnosticText.Printable(problem.Message)}");
            var line = problem.Line <= lines.Length ? lines[problem.Line - 1].TrimEnd('\r') : "";
            var from = Math.Max(0, problem.Column - 1 - (MostWidth / 2));
            var shown = DiagnosticText.Printable(line.Length > from ? line.Substring(from, Math.Min(MostWidth, line.Length - from)) : "");
            if (shown.Trim().Length > 0)
            {
                await error.WriteLineAsync("  " + shown);
                var at = problem.Column - 1 - from;
                await error.WriteLineAsync("  " + new string(' ', at) + new string('^', Math.Clamp(problem.Length, 1, Math.Max(1, shown.Length - at))));
            }

            if (problem.Hint is not null)
                await error.WriteLineAsync("  " + DiagnosticText.Printable(problem.Hint));
        }
    }
}
