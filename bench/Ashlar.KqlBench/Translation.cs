using System.Diagnostics;
using Ashlar.Kql;

namespace Ashlar.KqlBench;

/// <summary>What translating costs: medians over all given queries, each translated several times, warm.</summary>
internal sealed record Translation(int Queries, double MedianMs, double MostMs, double MedianKb)
{
    private const int Turns = 20;

    public static Translation Of(IReadOnlyList<string> queries, KqlCatalog catalog, KqlOptions options)
    {
        var (times, bytes) = (new List<double>(), new List<double>());
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            bytes.Clear();
            foreach (var query in queries)
            {
                var own = new List<double>();
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var turn = 0; turn < Turns; turn++)
                {
                    var begun = Stopwatch.GetTimestamp();
                    KqlCompiler.Compile(query, catalog, options);
                    own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }

                bytes.Add((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Turns / 1024);
                times.Add(Comparison.Median(own));
            }
        }

        return new Translation(queries.Count, Comparison.Median(times), times.Max(), Comparison.Median(bytes));
    }
}
