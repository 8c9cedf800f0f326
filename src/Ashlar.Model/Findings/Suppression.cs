namespace Ashlar.Model;

/// <summary>Somebody answers for a failure until a day. It stays a failure, is shown as suppressed and does not count.</summary>
/// <param name="Until">Last day on which it holds, UTC.</param>
public sealed record Suppression(string Owner, string Reason, DateOnly Until, string? Ticket = null);
