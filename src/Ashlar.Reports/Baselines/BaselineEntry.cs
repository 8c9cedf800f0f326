using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>One finding of a baseline.</summary>
/// <param name="ResourceId">Of a failure; of all others, which cannot be gone, empty.</param>
internal sealed record BaselineEntry(string Control, string Fingerprint, Verdict Verdict, Severity Severity, bool Suppressed, string Title, string ResourceId, string? SubKey);
