namespace Ashlar.Model;

/// <summary>How to mend a failing subject. Patches hold the placeholders {id} {name} {resourceGroup} {subscriptionId}.</summary>
/// <param name="Summary">One or two sentences a person would say.</param>
/// <param name="Breaks">What may stop working, and how to find out before; null when nothing can.</param>
/// <param name="Az">az CLI commands.</param>
public sealed record Fix(string Summary, string? Breaks, string? Az, string? Bicep, string? Terraform);
