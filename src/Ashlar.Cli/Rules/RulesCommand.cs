using System.CommandLine;

namespace Ashlar.Cli.Rules;

/// <summary><c>ashlar rules</c>: look at, prove and test the rules.</summary>
internal static class RulesCommand
{
    public static Command Create(CliOutput output) => new("rules", "Lists, lints and tests the controls, the built-in ones and your own.")
    {
        RulesListCommand.Create(output),
        RulesLintCommand.Create(output),
        RulesTestCommand.Create(output),
    };
}
