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
var page = new StringBuilder("# KQL against SQL by hand\n\nWritten by `bench/kql --write`: one process, one DuckDB thread, equal answers asserted. Both sides run in turns, each first as often as second, and are read by the same code; a garbage collection, not timed, goes before each run. Medians; the least in brackets.\n\n| question | runs of each | KQL ms | SQL ms | ratio | goal |\n|---|---:|---:|---:|---:|---:|\n");
foreach (var question in Questions.All(small))
{
    var one = Comparison.Of(question, database, catalog, options);
    Console.Error.WriteLine($"{one.Name}: {one.Ratio:0.00}");
    page.Append($"| {one.Name} | {one.Kql.Count} | {Comparison.Median(one.Kql):0.00} ({one.Kql[0]:0.00}) | {Comparison.Median(one.Sql):0.00} ({one.Sql[0]:0.00}) | {one.Ratio:0.00} ({one.LeastRatio:0.00}) | {question.Goal} |\n");
}

var library = ContentLibrary.Load([Path.Combine(args[0], "content")], Snapshot.EmptyCatalog);
var translation = Translation.Of([.. library.Controls.Where(c => c.Query is not null).Select(c => c.Query!.Text)], Snapshot.EmptyCatalog, options);
page.Append($"\nTranslating the {translation.Queries} queries of the controls: median {translation.MedianMs:0.000} ms (goal 1 ms), slowest {translation.MostMs:0.00} ms, {translation.MedianKb:0} KB allocated (goal 60 KB).\n");
Console.Out.Write(page);
if (args.Contains("--write"))
    File.WriteAllText(Path.Combine(args[0], "bench", "kql-results.md"), page.ToString());
return 0;
