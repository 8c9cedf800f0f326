namespace Ashlar.Content;

/// <summary>One row of <c>severity.yaml</c>: in this context a severity moves by <paramref name="By"/> steps.</summary>
/// <param name="Exposure">Value of <c>Exposure</c> it speaks of; null = any.</param>
/// <param name="BlastRadius">Value of <c>BlastRadius</c> it speaks of; null = any.</param>
/// <param name="Because">Sentence a finding carries when the row moved it.</param>
public sealed record SeverityStep(string? Exposure, string? BlastRadius, int By, string Because);
