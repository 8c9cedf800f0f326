using System.CommandLine;

namespace Ashlar.Cli.Access;

/// <summary>What <c>ashlar access</c> takes.</summary>
internal sealed class AccessOptions
{
    public Option<string?> WhoCan { get; } = new("--who-can") { Description = "A capability, and after it the resource (id, or name): who holds it. Without a capability's name: --capabilities lists them.", HelpName = "CAPABILITY" };

    public Argument<string?> Resource { get; } = new("resource") { Description = "For --who-can: id or name of the resource.", Arity = ArgumentArity.ZeroOrOne };

    public Option<string?> WhatCan { get; } = new("--what-can") { Description = "A principal (object id, sign-in name, client id or name): what it can do.", HelpName = "PRINCIPAL" };

    public Option<string?> Snapshot { get; } = new("--snapshot") { Description = "The snapshot to ask; 'ashlar scan' writes one.", HelpName = "FILE" };

    public Option<bool> Capabilities { get; } = new("--capabilities") { Description = "Lists the capabilities." };

    public Option<bool> Kql { get; } = new("--kql") { Description = "Prints the query that gives the same answer." };

    public Option<bool> VerifyLive { get; } = new("--verify-live") { Description = "With --who-can: asks Azure (through the Azure CLI) what the signed-in caller may do there, and compares." };

    public Option<string[]> Content { get; } = new("--content") { Description = "Further folder of edges, of the shape of the built-in one.", HelpName = "DIR" };

    public Option<int> Top { get; } = new("--top") { Description = "Principals shown at most; counts are of all.", DefaultValueFactory = _ => 50 };

    public Option<string> Format { get; } = Formats();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Resource);
        foreach (var option in new Option[] { WhoCan, WhatCan, Snapshot, Capabilities, Kql, VerifyLive, Content, Top, Format })
            command.Options.Add(option);
    }

    private static Option<string> Formats()
    {
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "table|json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
