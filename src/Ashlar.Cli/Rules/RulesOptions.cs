using System.CommandLine;
using Ashlar.Content;
using Ashlar.Store;

namespace Ashlar.Cli.Rules;

/// <summary>Options that the verbs of <c>ashlar rules</c> share.</summary>
internal sealed class RulesOptions
{
    public Option<string[]> Content { get; } = new("--content")
    {
        Description = "A further content directory of your own (holds controls/ and frameworks/). May be repeated.",
        HelpName = "DIR",
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string> Format { get; } = Formats();

    public Argument<string[]> Ids { get; } = new("id")
    {
        Description = "Ids of controls, or the start of them; none = all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Content);
        command.Options.Add(Format);
        command.Arguments.Add(Ids);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(Format) == "json";

    public ContentLibrary Load(ParseResult parsed) =>
        ContentLibrary.Load([ContentRoot.Content, .. parsed.GetValue(Content) ?? []], Snapshot.EmptyCatalog);

    /// <summary>The controls the user asked for.</summary>
    public IReadOnlyList<LoadedControl> Chosen(ParseResult parsed, ContentLibrary library)
    {
        var ids = parsed.GetValue(Ids) ?? [];
        return ids.Length == 0
            ? library.Controls
            : [.. library.Controls.Where(control => ids.Any(id => control.Control.Id.StartsWith(id, StringComparison.Ordinal)))];
    }

    /// <summary>Ids the user asked for that no control starts with.</summary>
    public IEnumerable<string> Unknown(ParseResult parsed, ContentLibrary library) =>
        (parsed.GetValue(Ids) ?? []).Where(id => !library.Controls.Any(control => control.Control.Id.StartsWith(id, StringComparison.Ordinal)));

    private static Option<string> Formats()
    {
        var format = new Option<string>("--format") { Description = "table or json.", HelpName = "table|json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }
}
