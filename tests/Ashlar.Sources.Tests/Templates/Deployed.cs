using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Tests.Templates;

/// <summary>Files read with the Bicep CLI, and what tests ask of the result.</summary>
internal static class Deployed
{
    public const string Scope = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/file:";

    /// <summary>One template called main.bicep.</summary>
    public static Export Bicep(string text, params (string Name, string Text)[] others) => Read([("main.bicep", text), .. others]);

    public static Export Read(params (string Name, string Text)[] files)
    {
        var export = new Export();
        foreach (var (name, text) in files)
        {
            export.File(name, text);
        }

        export.Read(Options());
        return export;
    }

    public static ExportOptions Options(params string[] names) => new(Export.Today) { Templates = new TemplateOptions(new PropertyNames(names)) { Cli = Templates.Bicep.Cli } };

    /// <summary>Ids of all rows below a file's scope, without it.</summary>
    public static IReadOnlyList<string> Ids(this Export export, string file = "main.bicep") =>
        [.. export.Rows("union resources, armresources, authorizationresources, securityresources, resourcecontainers | project id | order by id asc").Select(r => (string)r[0]!)
            .Where(id => id.StartsWith(Scope + file + "/", StringComparison.Ordinal)).Select(id => id[(Scope.Length + file.Length)..])];

    /// <summary>Undecided paths of one resource; empty for the resource itself.</summary>
    public static IReadOnlyList<string> Open(this Export export, string idEnd) =>
        [.. export.Snapshot.Gaps.Where(g => g.Reason == GapReason.Undecided && g.Scope.EndsWith(idEnd, StringComparison.Ordinal)).Select(g => g.Path ?? "").Order(StringComparer.Ordinal)];

    public static string Body(this Export export, string idEnd) =>
        (string)export.One($"union resources, armresources, authorizationresources, securityresources, resourcecontainers | where id endswith '{idEnd}' | project tostring(properties)")!;

    /// <summary><c>file:line address</c> of the declaration of each resource whose id ends so.</summary>
    public static string Place(this Export export, string idEnd)
    {
        var origin = Assert.Single(export.Snapshot.Origins.Values, o => o.ResourceId.EndsWith(idEnd, StringComparison.Ordinal));
        return $"{origin.File}:{origin.Line} {origin.Address}".TrimEnd();
    }
}
