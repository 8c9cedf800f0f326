namespace Ashlar.KqlBench;

/// <summary>One question in KQL, and the SQL that somebody who knows the tables would write for the same answer.</summary>
internal sealed record Question(string Name, string Kql, string Sql);
