using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Binds scope and query of a control and checks what they yield.</summary>
internal static class QueryLint
{
    private static readonly KqlOptions Options = new(KqlDialect.Arg, ControlCase.DefaultAsOf);

    private static readonly KqlColumn[] Required = [new("ResourceId", KqlType.String), new("Verdict", KqlType.String), new("Evidence", KqlType.Dynamic)];

    /// <summary>Null when the line does not bind or yields something else than ResourceId.</summary>
    public static KqlCompilation? Scope(YamlText scope, string file, KqlCatalog catalog, ProblemList problems)
    {
        var compiled = KqlCompiler.Compile(scope.Value.TrimEnd(), catalog, Options);
        foreach (var problem in compiled.Diagnostics)
        {
            var column = scope.Plain ? scope.Column + problem.Column - 1 : scope.Column;
            problems.Error(LintCodes.ScopeQuery, file, scope.Line, column, Text(problem));
        }

        if (!compiled.Success)
        {
            return null;
        }

        if (compiled.Columns is not [{ Name: "ResourceId", Type: KqlType.String }])
        {
            problems.Error(LintCodes.ScopeColumns, file, scope.Line, scope.Column, $"'scope' yields {Names(compiled.Columns)}; it must yield ResourceId:string alone. End it with '| project ResourceId = id'.");
            return null;
        }

        if (compiled.Reads.Where(read => TableCatalogue.Find(read.Table)?.Kind != TableKind.Derived).SelectMany(read => read.Paths).FirstOrDefault(ReadPaths.NeedsBody) is { } path)
        {
            problems.Error(LintCodes.ScopeBody, file, scope.Line, scope.Column, $"'scope' reads {path}, which a bare listing does not report: a resource without it would leave the population unseen. Ask for it in query.kql and say notApplicable there.");
        }

        return compiled;
    }

    /// <summary>Null when the query does not bind or yields the wrong columns.</summary>
    public static KqlCompilation? Query(ContentFile file, KqlCatalog catalog, ProblemList problems)
    {
        var compiled = KqlCompiler.Compile(file.Text, catalog, Options);
        foreach (var problem in compiled.Diagnostics)
        {
            problems.Error(LintCodes.Query, file.Shown, problem.Line, problem.Column, Text(problem));
        }

        OrderDependence.Check(file.Text, file.Shown, problems);
        if (!compiled.Success)
        {
            return null;
        }

        var right = true;
        foreach (var read in Access(compiled).Where(read => !Access(compiled).Any(other => SaysWhatIsMissing(read, other))))
        {
            right = false;
            problems.Error(LintCodes.Complete, file.Shown, 1, 1, $"The query reads {read.Table} and no column Complete, so it cannot tell nobody from nothing read. Let what would be pass be unknown where Complete is not true, with Missing in the evidence (EffectiveAccess and KeyHolders: that of ResourceAccess).");
        }

        foreach (var wanted in Required)
        {
            var found = compiled.Columns.FirstOrDefault(column => column.Name == wanted.Name);
            if (found?.Type != wanted.Type)
            {
                right = false;
                problems.Error(LintCodes.QueryColumns, file.Shown, 1, 1, found is null
                    ? $"The query yields no column {Name(wanted)}. Project it."
                    : $"The query yields {Name(found)}; it must be {Name(wanted)}. Convert it.");
            }
        }

        foreach (var column in compiled.Columns.Where(column => !Required.Any(wanted => wanted.Name == column.Name)))
        {
            if (column is not { Name: "SubKey", Type: KqlType.String })
            {
                right = false;
                problems.Error(LintCodes.QueryColumns, file.Shown, 1, 1, $"The query yields {Name(column)}, which nothing reads. End it with '| project ResourceId, Verdict, Evidence', and SubKey:string where a subject has parts.");
            }
        }

        return right ? compiled : null;
    }

    private static IEnumerable<KqlTableRead> Access(KqlCompilation compiled) => compiled.Reads.Where(read => TableCatalogue.Find(read.Table)?.CarriesCompleteness == true);

    private static bool SaysWhatIsMissing(KqlTableRead read, KqlTableRead other) =>
        other.Paths.Contains("Complete") && (other.Table == read.Table || !TableCatalogue.Find(read.Table)!.SaysWhatIsMissing);

    private static string Text(KqlDiagnostic problem) => $"{problem.Code}: {problem.Message}{(problem.Hint is null ? "" : " " + problem.Hint)}";

    private static string Names(IEnumerable<KqlColumn> columns) => string.Join(", ", columns.Select(Name));

    private static string Name(KqlColumn column) => column.Name + ":" + (column.Type == KqlType.DateTime ? "datetime" : column.Type == KqlType.TimeSpan ? "timespan" : column.Type.ToString().ToLowerInvariant());
}
