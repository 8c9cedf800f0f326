using System.Diagnostics;
using Ashlar.Kql;

namespace Ashlar.KqlBench;

/// <summary>One question in both languages, run in turns on the same connection and read in the same way.</summary>
/// <param name="Kql">Milliseconds, in order of size.</param>
/// <param name="Sql">As <paramref name="Kql"/>, and as many.</param>
internal sealed record Comparison(string Name, IReadOnlyList<double> Kql, IReadOnlyList<double> Sql)
{
    private const int WarmUp = 3;
    private const int LeastTurns = 9;
    private const int MostTurns = 101;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(6);
    private static readonly KqlBudget Budget = new(2_000_000, TimeSpan.FromMinutes(5));

    public double Ratio => Median(Kql) / Median(Sql);

    public double LeastRatio => Kql[0] / Sql[0];

    /// <exception cref="InvalidDataException">The answers differ.</exception>
    public static Comparison Of(Question question, KqlDatabase database, KqlCatalog catalog, KqlOptions options)
    {
        var kql = KqlCompiler.Compile(question.Kql, catalog, options);
        if (!kql.Success)
            throw new InvalidDataException($"{question.Name}: {kql.Diagnostics[0].Message}");
        var sql = kql with { Sql = question.Sql };
        var (mine, theirs) = (Texts(database, kql), Texts(database, sql));
        if (mine.Count == 0 || !mine.SequenceEqual(theirs, StringComparer.Ordinal))
            throw new InvalidDataException($"{question.Name}: KQL gives {mine.Count} rows ({mine.FirstOrDefault()}), SQL {theirs.Count} ({theirs.FirstOrDefault()}).");
        var (kqlTimes, sqlTimes) = (new List<double>(), new List<double>());
        var begun = Stopwatch.GetTimestamp();
        for (var turn = -WarmUp; turn < LeastTurns || (turn < MostTurns && Stopwatch.GetElapsedTime(begun) < Enough); turn++)
        {
            // Who goes first changes: what the first leaves in the caches serves the second.
            var kqlFirst = turn % 2 == 0;
            var first = Time(database, kqlFirst ? kql : sql);
            var second = Time(database, kqlFirst ? sql : kql);
            if (turn < 0)
                continue;
            kqlTimes.Add(kqlFirst ? first : second);
            sqlTimes.Add(kqlFirst ? second : first);
        }

        return new Comparison(question.Name, [.. kqlTimes.Order()], [.. sqlTimes.Order()]);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Time(KqlDatabase database, KqlCompilation query)
    {
        // The rows of the run before are not to be collected within this one.
        GC.Collect();
        var begun = Stopwatch.GetTimestamp();
        database.Run(query, Budget, CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static List<string> Texts(KqlDatabase database, KqlCompilation query) =>
        [.. database.Run(query, Budget, CancellationToken.None).Rows.Select(row => string.Join('|', row.Select(KqlValue.Text)))];
}
