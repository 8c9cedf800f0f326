using System.CommandLine;

namespace Ashlar.Cli.Paths;

/// <summary>What <c>ashlar paths</c> takes.</summary>
internal sealed class PathsOptions
{
    public Option<string?> To { get; } = new("--to") { Description = "Only paths to this: an AI workload or a resource (id, or name), or a goal such as readData.", HelpName = "X" };

    public Option<string?> From { get; } = new("--from") { Description = "Only paths from this: a principal or a store (id, or name), or a kind of start such as guest.", HelpName = "Y" };

    public Option<bool> Cut { get; } = new("--cut") { Description = "Shows the fewest changes that cut the most of them instead, in the order to make them." };

    public Option<string?> Snapshot { get; } = new("--snapshot") { Description = "The snapshot to ask; 'ashlar scan' writes one.", HelpName = "FILE" };

    public Option<bool> Kql { get; } = new("--kql") { Description = "Prints the query that gives the same answer." };

    public Option<string[]> Content { get; } = new("--content") { Description = "Further folder of edges, of the shape of the built-in one.", HelpName = "DIR" };

    public Option<int> Top { get; } = new("--top") { Description = "Paths or changes shown at most; counts are of all.", DefaultValueFactory = _ => 20 };

    public Option<string> Format { get; } = Formats();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { To, From, Cut, Snapshot, Kql, Content, Top, Format })
            command.Options.Add(option);
    }

    private static Option<string> Formats()
    {
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "table|json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
