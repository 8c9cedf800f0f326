using System.Diagnostics;
using Ashlar.Graph.Tests.Access.Oracle;

namespace Ashlar.AccessBench;

/// <summary>The plain evaluator on a random tenant: each principal, edge and target in turn.</summary>
internal static class NaiveTenant
{
    private const int Seed = 7;

    public static void Measure(int scale, TextWriter output)
    {
        var tenant = RandomTenant.Of(Seed, scale);
        var clock = Stopwatch.StartNew();
        var answer = AccessOracle.Of(tenant, Edges.All);
        output.WriteLine($"naive: {clock.Elapsed.TotalSeconds:F1} s, {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1} s processor, {tenant.Resources.Count} resources, {tenant.Subjects.Count + tenant.Groups.Count} principals, {tenant.Assignments.Count} assignments, {answer.Counts.Count} counts");
    }
}
