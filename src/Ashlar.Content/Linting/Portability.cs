using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Whether a control runs in Azure Resource Graph as it stands.</summary>
/// <remarks>Limits: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language, "Supported tabular/top level operators".</remarks>
public static class Portability
{
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "count", "distinct", "extend", "join", "limit", "mvexpand", "mv-expand", "order", "parse", "project", "project-away", "sort", "summarize", "take", "top", "union", "where",
    };

    /// <summary>Null when the control is portable; else the first reason why it is not.</summary>
    public static string? Obstacle(LoadedControl control, Func<string, TableKind?> kindOf)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(kindOf);
        if (control.Query is not { } query)
        {
            return "manual control: no query";
        }

        var tables = control.Reads.Select(read => read.Table).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (tables.Find(table => kindOf(table) != TableKind.ResourceGraph) is { } foreign)
        {
            return $"reads {foreign}, which Resource Graph lacks";
        }

        var words = KqlWord.Of(query.Text);
        if (words.Exists(word => word.Text == "let"))
        {
            return "uses let";
        }

        var operators = words.Where((word, i) => i > 0 && words[i - 1].Text == "|").Select(word => word.Text).ToList();
        if (operators.Find(name => !Operators.Contains(name)) is { } unknown)
        {
            return $"uses {unknown}, which Resource Graph lacks";
        }

        var joins = operators.Count(name => name == "join");
        var crosses = tables.Count > 1 && tables.Exists(table => table is not ("resources" or "resourcecontainers"));
        return joins > 3 ? $"{joins} joins; Resource Graph takes 3"
            : crosses && joins > 1 ? "more than one join across tables"
            : operators.Count(name => name == "union") > 2 ? "more than 3 legs of union"
            : tables.Count > 1 && operators.Contains("union") && crosses ? "union across tables"
            : operators.Count(name => name is "mv-expand" or "mvexpand") > 2 ? "more than 2 mv-expand"
            : null;
    }
}
