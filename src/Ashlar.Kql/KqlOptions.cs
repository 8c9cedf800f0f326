namespace Ashlar.Kql;

/// <param name="Now">The clock of <c>now()</c> and <c>ago()</c>, UTC: an input, so that the same question gives the same answer.</param>
public sealed record KqlOptions(KqlDialect Dialect, DateTime Now);
