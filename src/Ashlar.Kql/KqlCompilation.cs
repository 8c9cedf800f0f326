namespace Ashlar.Kql;

/// <summary>A query that was parsed, bound and translated, or the reasons why not.</summary>
public sealed record KqlCompilation(
    string Text,
    IReadOnlyList<KqlDiagnostic> Diagnostics,
    IReadOnlyList<KqlColumn> Columns,
    IReadOnlyList<KqlTableRead> Reads,
    string Sql)
{
    public bool Success => Diagnostics.Count == 0;

    /// <summary>What it was compiled with: with these, its text means the same over another catalogue of the same tables.</summary>
    public required KqlOptions Options { get; init; }
}
