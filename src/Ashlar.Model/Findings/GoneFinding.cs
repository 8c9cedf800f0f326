namespace Ashlar.Model;

/// <summary>A failure of the baseline that is none now.</summary>
/// <param name="Now">Verdict now; null when its subject is not in what was read.</param>
public sealed record GoneFinding(string Control, string Title, string ResourceId, string? SubKey, Severity Severity, string Fingerprint, Verdict? Now);
