namespace Ashlar.Kql.Binding;

/// <summary>Where the value of an expression comes from unchanged.</summary>
internal static class Lineage
{
    public static IReadOnlyList<Origin> Origins(BoundExpression value) => value switch
    {
        BoundColumn column => column.Column.Origins,
        BoundPath { Target: BoundColumn column } path => [.. column.Column.Origins.Select(o => o with { Path = Extend(o.Path, path.Steps) })],
        _ => [],
    };

    public static Origin? Alias(BoundExpression value) => value switch
    {
        BoundColumn column => column.Column.Alias,
        BoundPath { Target: BoundColumn { Column.Alias: { } alias } } path when path.Steps.All(s => s.Key is not null) => alias with { Path = Extend(alias.Path, path.Steps) },
        _ => null,
    };

    public static string Extend(string path, IReadOnlyList<PathStep> steps)
    {
        foreach (var step in steps)
            path = step.Text(path);
        return path;
    }
}
