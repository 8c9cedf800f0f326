namespace Ashlar.Model;

/// <summary>The one spelling of disciplines in YAML and every output.</summary>
public static class DisciplineNames
{
    public static string Name(this Discipline discipline) => discipline switch
    {
        Discipline.Identity => "identity",
        Discipline.Data => "data",
        Discipline.Governance => "governance",
        Discipline.Monitoring => "monitoring",
        Discipline.Validation => "validation",
        _ => throw new ArgumentOutOfRangeException(nameof(discipline)),
    };

    /// <summary>Null when <paramref name="name"/> is no discipline (lower case only).</summary>
    public static Discipline? Parse(string? name) => name switch
    {
        "identity" => Discipline.Identity,
        "data" => Discipline.Data,
        "governance" => Discipline.Governance,
        "monitoring" => Discipline.Monitoring,
        "validation" => Discipline.Validation,
        _ => null,
    };
}
