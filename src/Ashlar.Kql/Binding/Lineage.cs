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
        BoundPath { Target: BoundColumn { Column.Alias: { } alias } } path when AreNames(path.Steps) => alias with { Path = Extend(alias.Path, path.Steps) },
        _ => null,
    };

    private static bool AreNames(IReadOnlyList<PathStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
            if (steps[i].Key is null)
                return false;
        return true;
    }

    public static string Extend(string path, IReadOnlyList<PathStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
            path = steps[i].Text(path);
        return path;
    }
}
