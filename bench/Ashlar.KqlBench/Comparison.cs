using System.Diagnostics;
using Ashlar.Kql;

namespace Ashlar.KqlBench;

/// <summary>One question in both languages, run in turns on the same connection and read in the same way.</summary>
/// <param name="Sql">As many as <paramref name="Kql"/>.</param>
internal sealed record Comparison(IReadOnlyList<Cost> Kql, IReadOnlyList<Cost> Sql)
{
    private const int WarmUp = 3;
    private const int LeastTurns = 9;
    private const int MostTurns = 101;

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(6);
    private static readonly KqlBudget Budget = new(2_000_000, TimeSpan.FromMinutes(5));

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
        var (kqlCosts, sqlCosts) = (new List<Cost>(), new List<Cost>());
        var begun = Stopwatch.GetTimestamp();
        for (var turn = -WarmUp; turn < LeastTurns || (turn < MostTurns && Stopwatch.GetElapsedTime(begun) < Enough); turn++)
        {
            // Who goes first changes: what the first leaves in the processor's caches serves the second.
            var kqlFirst = turn % 2 == 0;
            var first = Run(database, kqlFirst ? kql : sql);
            var second = Run(database, kqlFirst ? sql : kql);
            if (turn < 0)
                continue;
            kqlCosts.Add(kqlFirst ? first : second);
            sqlCosts.Add(kqlFirst ? second : first);
        }

        return new Comparison(kqlCosts, sqlCosts);
    }

    public double Ratio(Func<IEnumerable<double>, double> of, Func<Cost, double> cost) => of(Kql.Select(cost)) / of(Sql.Select(cost));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static Cost Run(KqlDatabase database, KqlCompilation query) => Cost.Of(() => database.Run(query, Budget, CancellationToken.None));

    private static List<string> Texts(KqlDatabase database, KqlCompilation query) =>
        [.. database.Run(query, Budget, CancellationToken.None).Rows.Select(row => string.Join('|', row.Select(KqlValue.Text)))];
}
