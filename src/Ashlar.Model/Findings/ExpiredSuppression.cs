namespace Ashlar.Model;

/// <summary>A suppression whose last day is over.</summary>
/// <param name="Fails">Failures that it would cover and that count again.</param>
/// <param name="Line">Where its entry starts in <paramref name="File"/>, from 1.</param>
public sealed record ExpiredSuppression(Suppression Suppression, int Fails, string File, int Line);
