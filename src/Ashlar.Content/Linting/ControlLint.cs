using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>What control.yaml says against what its query reads; and whether the cases hold the verdicts a proof needs.</summary>
internal static class ControlLint
{
    public static void Check(LoadedControl control, ProblemList problems)
    {
        if (control.Query is not { } query)
        {
            return;
        }

        CheckSettings(control, query, problems);
        CheckDefaults(control, query, problems);
        foreach (var verdict in (Verdict[])[Verdict.Pass, Verdict.Fail])
        {
            if (!control.Cases.Any(c => c.Expect.Any(e => e.Verdict == verdict)))
            {
                problems.Error(LintCodes.CasesIncomplete, control.CasesFile, 1, 1, $"No case expects {verdict.Name()}. A control is proven by at least one case that passes and one that fails.");
            }
        }
    }

    private static void CheckSettings(LoadedControl control, KqlCompilation query, ProblemList problems)
    {
        var reads = query.Reads.Any(read => read.Table.Equals("Settings", StringComparison.OrdinalIgnoreCase));
        var line = control.Lines.GetValueOrDefault("settings", 1);
        if (reads && control.Settings.Count == 0)
        {
            problems.Error(LintCodes.Setting, control.ControlFile, line, 1, "The query reads Settings, but 'settings' names no key. Name each key, so that the verdict is unknown while the user has not decided.");
        }

        foreach (var key in control.Settings.Where(key => SettingKey.Find(key) is not null && !query.Text.Contains(key, StringComparison.Ordinal)))
        {
            problems.Error(LintCodes.Setting, control.ControlFile, line, 1, $"'settings' names {key}, but the query does not read it. Remove it.");
        }

        foreach (var key in SettingKey.All.Where(key => reads && !control.Settings.Contains(key.Name) && query.Text.Contains($"'{key.Name}'", StringComparison.Ordinal)))
        {
            problems.Error(LintCodes.Setting, control.ControlFile, line, 1, $"The query reads the setting {key.Name}, but 'settings' does not name it. Add it.");
        }
    }

    private static void CheckDefaults(LoadedControl control, KqlCompilation query, ProblemList problems)
    {
        var paths = query.Reads.SelectMany(read => read.Paths).ToHashSet(StringComparer.Ordinal);
        foreach (var one in control.Defaults.Where(one => !paths.Any(path => path == one.Path || path.StartsWith(one.Path + ".", StringComparison.Ordinal) || path.StartsWith(one.Path + "[", StringComparison.Ordinal))))
        {
            problems.Error(LintCodes.Default, control.ControlFile, one.Line, 1, $"'defaults' cites {one.Path}, which the query does not read.{Nearest.Hint(one.Path, paths)} Remove or mend it.");
        }
    }
}
