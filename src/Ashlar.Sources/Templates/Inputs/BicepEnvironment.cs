using System.Text.RegularExpressions;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>What a parameters file takes from environment variables. Their values at deployment are not known, and those of this machine concern nobody.</summary>
/// <param name="Variables">Environment variables by name, as far as names are written out.</param>
/// <param name="Parameters">Parameters whose value depends on one.</param>
internal sealed partial record BicepEnvironment(IReadOnlyList<string> Variables, IReadOnlyList<string> Parameters)
{
    private const string Function = "readEnvironmentVariable";

    public static BicepEnvironment Of(IReadOnlyList<BicepToken> tokens)
    {
        var statements = Statements(tokens);
        // "base" stands for the file that this one extends, which may read variables itself.
        var open = new HashSet<string>(StringComparer.Ordinal) { Function, "base" };
        for (var before = 0; before != open.Count;)
        {
            before = open.Count;
            open.UnionWith(statements.Where(s => s.Words.Overlaps(open)).Select(s => s.Name));
        }

        return new BicepEnvironment(
            [.. tokens.Index().Where(t => t.Item is { Kind: BicepTokenKind.Word, Value: Function }).Select(t => tokens.ElementAtOrDefault(t.Index + 2)).Where(t => t.Kind == BicepTokenKind.Text).Select(t => t.Value),
                .. tokens.Where(t => t.Kind == BicepTokenKind.Computed).SelectMany(t => Read().Matches(t.Value)).Select(m => m.Groups[1].Value)],
            [.. statements.Where(s => s.IsParameter && open.Contains(s.Name)).Select(s => s.Name)]);
    }

    private static List<(string Name, bool IsParameter, HashSet<string> Words)> Statements(IReadOnlyList<BicepToken> tokens)
    {
        var statements = new List<(string Name, bool IsParameter, HashSet<string> Words)>();
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].Kind switch { BicepTokenKind.Open => 1, BicepTokenKind.Close => -1, _ => 0 };
            if (depth == 0 && tokens[i] is { Kind: BicepTokenKind.Word, Value: "param" or "var" } && i + 1 < tokens.Count && tokens[i + 1].Kind == BicepTokenKind.Word)
            {
                statements.Add((tokens[i + 1].Value, tokens[i].Value == "param", new HashSet<string>(StringComparer.Ordinal)));
                i++;
            }
            else if (statements.Count > 0 && tokens[i].Kind is BicepTokenKind.Word or BicepTokenKind.Computed)
            {
                statements[^1].Words.UnionWith(Word().Matches(tokens[i].Value).Select(m => m.Value));
            }
        }

        return statements;
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(Function + @"\s*\(\s*'([^'$\\]+)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Read();
}
