using System.Globalization;
using System.Text.RegularExpressions;
using Ashlar.Kql.Functions.Runtime;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private ComputeRelation Extend(IReadOnlyList<Expression> items, Relation input, RowScope row, bool serialized)
    {
        var columns = input.Columns.ToList();
        var assignments = new List<Assignment>();
        var unnamed = 0;
        foreach (var (name, value, _) in Items(items, row, () => "Column" + (++unnamed).ToString(CultureInfo.InvariantCulture)))
        {
            var column = Column(name, value);
            assignments.Add(new Assignment(column, value));
            var at = columns.FindIndex(c => c.Name == name);
            if (at >= 0)
                columns[at] = column;
            else
                columns.Add(column);
        }

        return new ComputeRelation(input, columns, assignments) { Limits = input.Limits ?? input as ScanRelation, Serialized = serialized };
    }

    private ComputeRelation Project(ProjectSyntax project, Relation input, RowScope row)
    {
        var columns = new List<ColumnSymbol>();
        var assignments = new List<Assignment>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var unnamed = 0;
        foreach (var (given, value, syntax) in Items(project.Items, row, () => "Column" + (++unnamed).ToString(CultureInfo.InvariantCulture)))
        {
            var name = given;
            if (!names.Add(name))
            {
                if (syntax is NamedExpression)
                    Report(syntax.Span, "KQL2004", $"The column '{name}' is given twice.");
                for (var i = 1; !names.Add(name); i++)
                    name = given + i.ToString(CultureInfo.InvariantCulture);
            }

            if (value is BoundColumn same && same.Column.Name == name && !columns.Contains(same.Column))
            {
                columns.Add(same.Column);
                continue;
            }

            var column = Column(name, value);
            assignments.Add(new Assignment(column, value));
            columns.Add(column);
        }

        return new ComputeRelation(input, columns, assignments) { Limits = input.Limits ?? input as ScanRelation, Serialized = input.Serialized };
    }

    /// <summary>Named values of extend, project and their like; a function that gives several values fills several names.</summary>
    private List<(string Name, BoundExpression Value, Expression Syntax)> Items(IReadOnlyList<Expression> items, RowScope row, Func<string> unnamed)
    {
        var result = new List<(string, BoundExpression, Expression)>();
        foreach (var item in items)
        {
            var (names, syntax) = Split(item);
            if (syntax is PatternExpression { Pattern: "*" })
            {
                foreach (var column in row.Columns)
                    result.Add((column.Name, new BoundColumn(column), syntax));
                continue;
            }

            var value = Scalar(syntax, row);
            if (names.Count == 0 && syntax is CallExpression { Name: "array_sort_asc" or "array_sort_desc", Arguments.Count: > 1 } sorts && value is BoundCall { Arguments: [_, { Type: KqlType.Dynamic }, ..] })
            {
                for (var i = 0; i < sorts.Arguments.Count; i++)
                    result.Add(((AutoNames.Of(sorts.Arguments[i]) ?? "array" + i.ToString(CultureInfo.InvariantCulture)) + "_sorted", Step(value, new PathStep(null, i), item.Span), item));
                continue;
            }

            if (names.Count > 1)
            {
                if (value.Type != KqlType.Dynamic)
                    Report(item.Span, "KQL3014", "Several names need a dynamic array.");
                for (var i = 0; i < names.Count; i++)
                    result.Add((names[i].Name, value.Type == KqlType.Dynamic ? Step(value, new PathStep(null, i), item.Span) : value, item));
                continue;
            }

            result.Add((names.Count == 1 ? names[0].Name : (syntax is NameExpression name ? value is BoundColumn { Column.Name: { } real } && string.Equals(real, name.Name, StringComparison.OrdinalIgnoreCase) ? real : name.Name : AutoNames.Of(syntax)) ?? unnamed(), value, item));
        }

        return result;
    }

    private ComputeRelation Pick(PickSyntax pick, Relation input, RowScope row)
    {
        var columns = pick.Pick switch
        {
            ColumnPick.Away => input.Columns.Except(pick.Items.SelectMany(i => Matching(i.Column, input, row))).ToList(),
            ColumnPick.Keep => input.Columns.Intersect(pick.Items.SelectMany(i => Matching(i.Column, input, row))).ToList(),
            ColumnPick.ByNames => [.. pick.Items.SelectMany(i => Matching(i.Column, input, row)).Distinct()],
            _ => Reordered(pick, input, row),
        };
        return new ComputeRelation(input, columns, []) { Limits = input.Limits ?? input as ScanRelation, Serialized = input.Serialized };
    }

    private List<ColumnSymbol> Reordered(PickSyntax pick, Relation input, RowScope row)
    {
        var named = pick.Items.Where(i => i.Column is NameExpression).SelectMany(i => Matching(i.Column, input, row)).ToHashSet();
        var columns = new List<ColumnSymbol>();
        foreach (var item in pick.Items)
        {
            var matching = Matching(item.Column, input, row).Where(c => item.Column is NameExpression || !named.Contains(c));
            columns.AddRange(item.Order switch
            {
                "asc" => matching.OrderBy(c => c.Name, StringComparer.Ordinal),
                "desc" => matching.OrderByDescending(c => c.Name, StringComparer.Ordinal),
                "granny-asc" => matching.OrderBy(c => c.Name, GrannyOrder.Instance),
                "granny-desc" => matching.OrderByDescending(c => c.Name, GrannyOrder.Instance),
                _ => matching,
            });
        }

        return [.. columns.Concat(input.Columns).Distinct()];
    }

    private List<ColumnSymbol> Matching(Expression item, Relation input, RowScope row)
    {
        switch (item)
        {
            case PatternExpression pattern:
                return Fitting(pattern.Pattern, input);
            case NameExpression name when FindColumn(name.Name, input.Columns) is { } column:
                return [column];
            case NameExpression name when row.Lets.Find(name.Name) is LetScalar { Value: BoundLiteral literal }:
                return ByNames(literal, input);
            case NameExpression name:
                Report(name.Span, "KQL2003", $"There is no column '{name.Name}' here.", NearColumn(name.Name, row));
                return [];
            case CallExpression { Name: "column_names_of", Arguments: [var table] }:
                var names = Table(table, row.Lets).Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
                return [.. input.Columns.Where(c => names.Contains(c.Name))];
            case var value when Scalar(value, RowScope.None(row.Lets)) is BoundLiteral literal:
                return ByNames(literal, input);
            default:
                Report(item.Span, "KQL3012", "The name of a column must be constant.");
                return [];
        }
    }

    private static List<ColumnSymbol> Fitting(string pattern, Relation input)
    {
        var name = Patterns.Get("^" + string.Join("(?s:.*)", pattern.Split('*').Select(Regex.Escape)) + "$")!;
        return [.. input.Columns.Where(c => name.IsMatch(c.Name))];
    }

    private List<ColumnSymbol> ByNames(BoundLiteral literal, Relation input)
    {
        var names = literal switch
        {
            { Type: KqlType.String, Value: string name } => [name],
            { Value: string json } => Elements(json).Select(e => e.Value as string ?? "").ToList(),
            _ => [],
        };
        return [.. names.SelectMany(n => n.Contains('*', StringComparison.Ordinal) ? Fitting(n, input)
            : FindColumn(n, input.Columns) is { } column ? new List<ColumnSymbol> { column } : [])];
    }

    private ComputeRelation Rename(RenameSyntax rename, Relation input)
    {
        var columns = input.Columns.ToList();
        var assignments = new List<Assignment>();
        foreach (var item in rename.Items)
        {
            if (item is not NamedExpression { Names: [var to], Value: NameExpression from })
            {
                Report(item.Span, "KQL1008", "project-rename takes New = Old.");
                continue;
            }

            if (FindColumn(from.Name, input.Columns) is not { } old)
            {
                Report(from.Span, "KQL2003", $"There is no column '{from.Name}' here.", Near(from.Name, input.Columns.Select(c => c.Name)));
                continue;
            }

            var column = Column(to.Name, new BoundColumn(old));
            assignments.Add(new Assignment(column, new BoundColumn(old)));
            if (columns.Exists(c => c.Name == to.Name && c != old))
                Report(to.Span, "KQL2004", $"There is a column '{to.Name}' already.", "Leave it out first with project-away.");
            if (columns.IndexOf(old) is var at and >= 0)
                columns[at] = column;
        }

        return new ComputeRelation(input, columns, assignments) { Limits = input.Limits ?? input as ScanRelation, Serialized = input.Serialized };
    }
}
