using System.Text.RegularExpressions;
using Ashlar.Kql;

namespace Ashlar.Content;

/// <summary>Finds control folders in the files of one directory and reads each.</summary>
internal static partial class ControlFolders
{
    private static readonly string[] Known = ["control.yaml", "query.kql", "cases.yaml"];

    public static IEnumerable<LoadedControl> Read(ContentText text, KqlCatalog catalog, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var folders = new SortedDictionary<(string Area, string Id), List<ContentFile>>();
        foreach (var file in text.Files.Where(f => f.Path.StartsWith("controls/", StringComparison.Ordinal)))
        {
            var parts = file.Path.Split('/');
            if (parts.Length != 4)
            {
                problems.Error(LintCodes.Folder, file.Shown, 0, 0, "This file stands outside a control folder. A control is controls/<area>/<id>/ with control.yaml, query.kql and cases.yaml.");
            }
            else if (!Known.Contains(parts[3]))
            {
                problems.Error(LintCodes.Folder, file.Shown, 0, 0, $"'{parts[3]}' is no file of a control.{Nearest.Hint(parts[3], Known)} Files: {string.Join(", ", Known)}.");
            }
            else
            {
                if (!folders.TryGetValue((parts[1], parts[2]), out var files))
                {
                    folders[(parts[1], parts[2])] = files = [];
                }

                files.Add(file);
            }
        }

        // A folder stands alone, so folders are read side by side; what is said of them stays in their order.
        var read = folders.AsParallel().AsOrdered().Select(folder =>
        {
            var found = new ProblemList();
            return (Control: ReadOne(folder.Key.Area, folder.Key.Id, folder.Value, catalog, frameworks, found), found.All);
        });
        foreach (var (control, found) in read)
        {
            problems.AddRange(found);
            if (control is not null)
            {
                yield return control;
            }
        }
    }

    private static LoadedControl? ReadOne(string area, string id, List<ContentFile> files, KqlCatalog catalog, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var folder = files[0].Shown[..files[0].Shown.LastIndexOf('/')];
        foreach (var name in (string[])[area, id])
        {
            if (!Id().IsMatch(name))
            {
                problems.Error(LintCodes.Folder, folder, 0, 0, $"'{name}' is no id: lower-case words joined by dashes, such as search-local-auth-off. Rename the folder.");
            }
        }

        var (controlFile, queryFile, casesFile) = (Named("control.yaml"), Named("query.kql"), Named("cases.yaml"));
        if (controlFile is null)
        {
            problems.Error(LintCodes.Folder, folder + "/control.yaml", 0, 0, "The control has no control.yaml. Add it.");
            return null;
        }

        var parsed = ControlFile.Read(controlFile, area, id, frameworks, problems);
        var scope = parsed is null ? null : QueryLint.Scope(parsed.Scope, controlFile.Shown, catalog, problems);
        var query = queryFile is null ? null : QueryLint.Query(queryFile, catalog, problems);
        var cases = casesFile is null ? [] : CasesFile.Read(casesFile, catalog, problems);
        if (parsed is null)
        {
            return null;
        }

        var manual = parsed.Lines.ContainsKey("manual") && parsed.Attestation is not null;
        if (manual && queryFile is not null)
        {
            problems.Error(LintCodes.Manual, queryFile.Shown, 1, 1, "A manual control has no query. Remove query.kql, or 'manual: true' from control.yaml.");
        }
        else if (!manual && (queryFile is null || casesFile is null))
        {
            problems.Error(LintCodes.Folder, folder + (queryFile is null ? "/query.kql" : "/cases.yaml"), 0, 0, "The file is missing. A control has control.yaml, query.kql and cases.yaml (a manual control has control.yaml alone).");
        }

        if (scope is null || (query is null) != manual)
        {
            return null;
        }

        var control = new LoadedControl
        {
            Control = parsed.Control,
            Folder = folder,
            Scope = scope,
            Query = query,
            Attestation = parsed.Attestation,
            Defaults = parsed.Defaults,
            Settings = parsed.Settings,
            FailDependsOnAbsence = parsed.FailDependsOnAbsence,
            PassDependsOnAbsence = parsed.PassDependsOnAbsence,
            Cases = cases,
            Lines = parsed.Lines,
        };
        ControlLint.Check(control, problems);
        return control;

        ContentFile? Named(string name) => files.Find(file => file.Path.EndsWith("/" + name, StringComparison.Ordinal));
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Id();
}
