namespace Ashlar.Reports;

/// <summary>A baseline that cannot be used, in a sentence for its user.</summary>
internal sealed class BaselineException(string message) : Exception(message);
