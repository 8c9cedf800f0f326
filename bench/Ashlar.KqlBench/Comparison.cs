using System.Diagnostics;
using Ashlar.Kql;

namespace Ashlar.KqlBench;

/// <summary>Medians of one question in both languages, run in turns on the same connection and read in the same way.</summary>
internal sealed record Comparison(string Name, double KqlMs, double SqlMs)
{
    private const int Turns = 7;

    private static readonly KqlBudget Budget = new(2_000_000, TimeSpan.FromMinutes(5));

    public double Ratio => KqlMs / SqlMs;

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
        for (var turn = 0; turn < Turns; turn++)
        {
            kqlTimes.Add(Time(database, kql));
            sqlTimes.Add(Time(database, sql));
        }

        return new Comparison(question.Name, Median(kqlTimes), Median(sqlTimes));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double Time(KqlDatabase database, KqlCompilation query)
    {
        var begun = Stopwatch.GetTimestamp();
        database.Run(query, Budget, CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static List<string> Texts(KqlDatabase database, KqlCompilation query) =>
        [.. database.Run(query, Budget, CancellationToken.None).Rows.Select(row => string.Join('|', row.Select(KqlValue.Text)))];
}
