using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>One finding of a baseline.</summary>
internal sealed record BaselineEntry(string Control, string Fingerprint, Verdict Verdict, Severity Severity, bool Suppressed, string Title, string ResourceId, string? SubKey);
