namespace Ashlar.KqlBench;

/// <summary>One question in KQL, and the SQL that somebody who knows the tables would write for the same answer.</summary>
/// <param name="Goal">The ratio, and what the KQL alone must hold.</param>
internal sealed record Question(string Name, string Kql, string Sql, string Goal = "1.3");
