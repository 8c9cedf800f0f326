using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>What a path gives, and how bad it is: docs/paths.md.</summary>
internal static class Scoring
{
    /// <summary>1 to 100.</summary>
    public static int Yield(string goal, string dataClass, IReadOnlyList<Workload> workloads)
    {
        var gives = goal switch
        {
            "controlTenant" => 100,
            "controlWorkload" => 75,
            "runCode" => 70,
            "readSecrets" => 65,
            "readPrompts" or "takeModel" => 60,
            "poisonData" => 55,
            "changeFilter" or "readData" => 50,
            "blindLogs" => 40,
            _ => 35,
        };
        if (goal is "readData" or "poisonData" or "readPrompts")
            gives += OfClass(dataClass);
        if (workloads.Any(w => w.IsProduction))
            gives += 10;
        gives += Math.Min(10, (workloads.Count - 1) * 2);
        return Math.Clamp(gives, 1, 100);
    }

    /// <summary>0 to 100: the whole yield for a path that takes nothing, half of it at twelve.</summary>
    public static int Score(int yield, int effort) => (int)Math.Round(yield * 12.0 / (12 + effort), MidpointRounding.AwayFromZero);

    /// <summary>What is not sure is never critical.</summary>
    public static string Severity(int score, AccessState state) => score switch
    {
        >= 60 when state == AccessState.Active => "critical",
        >= 40 => "high",
        >= 22 => "medium",
        _ => "low",
    };

    private static int OfClass(string dataClass) => dataClass.ToLowerInvariant() switch
    {
        "" => 0,
        var c when c.Contains("public", StringComparison.Ordinal) => -30,
        var c when c.Contains("restricted", StringComparison.Ordinal) || c.Contains("secret", StringComparison.Ordinal) || c.Contains("highly", StringComparison.Ordinal) => 30,
        var c when c.Contains("confidential", StringComparison.Ordinal) || c.Contains("personal", StringComparison.Ordinal) || c.Contains("sensitive", StringComparison.Ordinal) => 20,
        _ => 5,
    };
}
