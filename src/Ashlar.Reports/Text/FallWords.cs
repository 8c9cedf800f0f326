using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What falls with a workload, in a word.</summary>
internal static class FallWords
{
    /// <summary><c>high</c>, <c>at least high</c>; null was not looked at.</summary>
    public static string Of(Fall? fall) => fall switch
    {
        null => "-",
        { Missing.Count: > 0 } and not { Level: Severity.Critical } => "at least " + fall.Level.Name(),
        _ => fall.Level.Name(),
    };
}
