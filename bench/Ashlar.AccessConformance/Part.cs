namespace Ashlar.AccessConformance;

/// <summary>What one part found.</summary>
/// <param name="Line">Its figures.</param>
/// <param name="Notes">What is worth seeing though it is as expected.</param>
/// <param name="Mismatches">What is not as expected and no rule explains.</param>
internal sealed record Part(string Line, IReadOnlyList<string> Notes, IReadOnlyList<string> Mismatches);
