using System.Globalization;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads <c>ashlar-suppressions.yaml</c>. Any error makes the file unusable: half of it would suppress something else than its owners agreed to.</summary>
public static class SuppressionFile
{
    public const string Name = "ashlar-suppressions.yaml";

    /// <summary>How far ahead a suppression may reach: then somebody looks at it again.</summary>
    public const int MostDays = 366;

    private static readonly string[] Keys = ["control", "resource", "scope", "name", "subKey", "owner", "reason", "until", "ticket"];

    /// <param name="file">As the user named it.</param>
    /// <param name="controls">Ids that exist.</param>
    /// <param name="today">Day from which <see cref="MostDays"/> counts, UTC.</param>
    public static (IReadOnlyList<SuppressionEntry> Entries, IReadOnlyList<Diagnostic> Diagnostics) Read(string file, string text, IReadOnlySet<string> controls, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(controls);
        var problems = new ProblemList();
        if (YamlTree.OnlyComments(text)
            || YamlTree.Read(file, text, problems) is not { } value
            || YamlFields.Of(value, "The file", file, problems, "suppressions") is not { } top)
        {
            return ([], problems.InOrder());
        }

        var entries = new List<SuppressionEntry>();
        foreach (var item in top.Items("suppressions", required: true))
        {
            if (YamlFields.Of(item, "A suppression", file, problems, Keys) is { } fields && ReadEntry(fields, controls, today) is { } entry)
            {
                entries.Add(entry);
            }
        }

        SayDuplicates(entries, file, problems);
        return (entries, problems.InOrder());
    }

    private static SuppressionEntry? ReadEntry(YamlFields fields, IReadOnlySet<string> controls, DateOnly today)
    {
        var ids = Controls(fields, controls);
        var target = SuppressionTargets.Read(fields);
        var subKey = fields.Text("subKey", required: false);
        var owner = fields.Text("owner", required: true);
        var reason = fields.Text("reason", required: true);
        var until = Until(fields, today);
        var ticket = fields.Text("ticket", required: false);
        return ids is not null && target is not null && owner is not null && reason is not null && until is { } day
            ? new SuppressionEntry(ids, target, subKey, new Suppression(owner, reason, day, ticket), fields.Map.Line)
            : null;
    }

    private static List<string>? Controls(YamlFields fields, IReadOnlySet<string> controls)
    {
        var texts = fields.Value("control", required: true) switch
        {
            null => [],
            YamlList list => fields.TextsOf(list, "control"),
            YamlText { IsNull: false } text when text.Value.Length > 0 => [text],
            var other => Wrong(fields, other, "'control' must be the id of a control, or a list of ids."),
        };
        foreach (var unknown in texts.Where(t => !controls.Contains(t.Value)))
        {
            fields.Wrong(unknown, $"'{unknown.Value}' is no control.{Nearest.Hint(unknown.Value, controls)} 'ashlar rules list' has them all.");
        }

        foreach (var again in texts.GroupBy(t => t.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            fields.Wrong(again.Last(), $"'{again.Key}' stands here twice.");
        }

        return texts.Count > 0 && texts.TrueForAll(t => controls.Contains(t.Value)) ? [.. texts.Select(t => t.Value)] : null;
    }

    private static DateOnly? Until(YamlFields fields, DateOnly today)
    {
        switch (fields.Value("until", required: true))
        {
            case null:
                return null;
            case YamlText text when DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                var last = today.AddDays(MostDays);
                if (day <= last)
                {
                    return day;
                }

                fields.Wrong(text, $"'until' is more than a year ahead. Write {last:yyyy-MM-dd} or earlier, and look at it again then.");
                return null;
            case var other:
                fields.Wrong(other, "'until' must be the last day of the suppression, such as 2026-09-30.");
                return null;
        }
    }

    private static void SayDuplicates(List<SuppressionEntry> entries, string file, ProblemList problems)
    {
        var seen = new Dictionary<(string, SuppressionTargetKind, string, string?), int>();
        foreach (var entry in entries)
        {
            foreach (var control in entry.Controls)
            {
                var key = (control, entry.Target.Kind, ResourceIds.Key(entry.Target.Text), entry.SubKey);
                if (!seen.TryAdd(key, entry.Line) && seen[key] != entry.Line)
                {
                    problems.Error(LintCodes.Suppression, file, entry.Line, 0, $"Line {seen[key]} suppresses '{control}' for the same already. Keep one of them.");
                }
            }
        }
    }

    private static List<YamlText> Wrong(YamlFields fields, YamlValue at, string message)
    {
        fields.Wrong(at, message);
        return [];
    }
}
