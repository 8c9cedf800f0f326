using System.CommandLine;
using System.Globalization;

namespace Ashlar.Cli.Query;

/// <summary>What <c>ashlar query</c> takes.</summary>
internal sealed class QueryOptions
{
    public Argument<string?> Text { get; } = new("query") { Description = "The query; or --file, or --batch. Without any: a prompt on a terminal, else standard input.", Arity = ArgumentArity.ZeroOrOne };

    public Option<string?> File { get; } = new("--file") { Description = "Reads the query from a file ('-': standard input).", HelpName = "FILE" };

    public Option<string?> Snapshot { get; } = new("--snapshot") { Description = "The snapshot to ask. Without it the whole catalogue is there, empty.", HelpName = "FILE" };

    public Option<string?> Batch { get; } = new("--batch") { Description = "JSON lines {id, query, dialect?, tables?: {Name: {column: type}}, rows?: {Name: [[...]]}, now?}; a line without tables asks the snapshot, without one the empty catalogue. In the answer datetimes have 7 decimals, timespans KQL's form.", HelpName = "IN.jsonl" };

    public Option<string?> Out { get; } = new("--out") { Description = "Where the rows go, or the answers of a batch, {id, columns, types, rows} or {id, error} a line; default: standard output. Parquet wants it.", HelpName = "FILE" };

    public Option<bool> Check { get; } = new("--check") { Description = "Only says whether the query is right." };

    public Option<bool> Tables { get; } = new("--tables") { Description = "Lists the tables there are, as JSON lines {name, columns: {name: type}}." };

    public Option<string> Format { get; } = Choice("--format", "How rows are written. In Parquet a datetime is a timestamp in microseconds, a timespan a number of 100 ns ticks, a dynamic its JSON.", "table", "json", "csv", "parquet");

    public Option<string> Dialect { get; } = Choice("--dialect", "Rules of the language: Azure Resource Graph's, or Log Analytics'. A batch line may say its own.", "arg", "log-analytics");

    public Option<int> MaxRows { get; } = Count("--max-rows", "Rows at most.", 100_000, int.MaxValue);

    public Option<int> MaxSeconds { get; } = Count("--max-seconds", "Seconds at most, each query.", 120, 1_000_000);

    public Option<DateTime?> Now { get; } = new("--now")
    {
        Description = "The clock of now() and ago(), UTC; default: the snapshot's time of collection, without one the present.",
        HelpName = "DATETIME",
        CustomParser = result =>
        {
            if (DateTime.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var value))
                return value;
            result.AddError($"'{result.Tokens[0].Value}' is not a datetime.");
            return null;
        },
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Text);
        foreach (var option in new Option[] { File, Snapshot, Batch, Out, Check, Tables, Format, Dialect, MaxRows, MaxSeconds, Now })
            command.Options.Add(option);
    }

    private static Option<int> Count(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is var value && (value < 1 || value > most))
                result.AddError($"{name} is a number from 1 to {most}.");
        });
        return option;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
