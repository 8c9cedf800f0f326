using Ashlar.Kql;

namespace Ashlar.Content;

/// <summary>Compiles a guard as the access graph will: over the rows of one type.</summary>
internal static class EdgeGuard
{
    private static readonly KqlOptions Options = new(KqlDialect.Arg, ControlCase.DefaultAsOf);

    public static void Check(YamlText guard, string type, YamlFields fields, KqlCatalog catalog)
    {
        var table = EdgeForms.GraphTables.TryGetValue(type, out var entra) ? entra : $"resources | where type =~ '{type}'";
        var before = table + " | project Holds = (";
        var compiled = KqlCompiler.Compile(before + guard.Value.Trim() + ")", catalog, Options);
        foreach (var problem in compiled.Diagnostics)
        {
            var column = guard.Plain && problem.Line == 1 ? guard.Column + Math.Max(0, problem.Column - before.Length - 1) : guard.Column;
            var hint = problem.Hint is null ? "" : " " + problem.Hint;
            fields.Problems.Error(LintCodes.EdgeGuard, fields.File, guard.Line, column, $"{problem.Code}: {problem.Message}{hint}");
        }

        if (compiled.Success && compiled.Columns is not [{ Name: "Holds", Type: KqlType.Bool }])
        {
            var yields = compiled.Columns.Count == 1 ? compiled.Columns[0].Type.ToString().ToLowerInvariant() : "more than one column";
            fields.Problems.Error(LintCodes.EdgeGuard, fields.File, guard.Line, guard.Column, $"'when' yields {yields}; it must yield bool. Compare the value: tobool(properties.x) == true.");
        }
    }
}
