namespace Ashlar.Reports;

/// <summary>What a findings.json says of itself.</summary>
/// <param name="Redaction">See <see cref="Redaction.Mark"/>; null when nothing was redacted.</param>
public sealed record BaselineHead(string Title, DateTime AsOf, string? Redaction);
