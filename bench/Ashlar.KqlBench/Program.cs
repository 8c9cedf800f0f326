using System.Globalization;
using System.Text;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.KqlBench;
using Ashlar.Store;

if (args.Length < 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: bench/kql [--small] [--write]");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var small = args.Contains("--small");
var options = new KqlOptions(KqlDialect.Arg, new DateTime(2026, 6, 15, 8, 0, 0, DateTimeKind.Utc));
using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1, 6_000_000_000));
var catalog = Tables.Fill(database, small);
database.Lock();
var page = new StringBuilder("""
    # KQL against SQL by hand

    Written by `bench/kql --write`: one process, one DuckDB thread, equal answers asserted. Both sides run in turns, each first as often as second, and are read by the same
    code; a garbage collection, not counted, goes before each run. Wall times are medians with the least in brackets; so is their ratio. The last ratio is that of the medians of
    processor time, which other work on the machine disturbs less.

    | question | runs of each | KQL ms | SQL ms | ratio | ratio of processor time | goal |
    |---|---:|---:|---:|---:|---:|---:|

    """);
foreach (var question in Questions.All(small))
{
    var one = Comparison.Of(question, database, catalog, options);
    var (median, least) = (one.Ratio(Comparison.Median, c => c.Wall), one.Ratio(Enumerable.Min, c => c.Wall));
    Console.Error.WriteLine($"{question.Name}: {median:0.00}");
    page.Append($"| {question.Name} | {one.Kql.Count} | {Wall(one.Kql)} | {Wall(one.Sql)} | {median:0.00} ({least:0.00}) | {one.Ratio(Comparison.Median, c => c.Processor):0.00} | {question.Goal} |\n");
}

var library = ContentLibrary.Load([Path.Combine(args[0], "content")], Snapshot.EmptyCatalog);
var translation = Translation.Of([.. library.Controls.Where(c => c.Query is not null).Select(c => c.Query!.Text)], Snapshot.EmptyCatalog, options);
page.Append($"\nTranslating the {translation.Queries} queries of the controls: median {translation.MedianMs:0.000} ms (goal 1 ms), slowest {translation.MostMs:0.00} ms, {translation.MedianKb:0} KB allocated (goal 60 KB).\n");
Console.Out.Write(page);
if (args.Contains("--write"))
    File.WriteAllText(Path.Combine(args[0], "bench", "kql-results.md"), page.ToString());
return 0;

static string Wall(IReadOnlyList<Cost> costs) => $"{Comparison.Median(costs.Select(c => c.Wall)):0.00} ({costs.Min(c => c.Wall):0.00})";
