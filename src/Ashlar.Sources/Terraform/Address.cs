using System.Text.RegularExpressions;

namespace Ashlar.Sources.Terraform;

/// <summary>An address of Terraform in its steps: <c>module.ai["chat"].azurerm_search_service.docs[0]</c>.</summary>
internal static partial class Address
{
    public static string WithoutKeys(string address) => Keys().Replace(address, "");

    /// <summary>Each step with its key; the key is empty where none is written.</summary>
    public static IReadOnlyList<(string Name, string Key)> Steps(string address) =>
        [.. Step().Matches(address).Select(step => (step.Groups["name"].Value, step.Groups["key"].Value))];

    /// <summary>True when the address is of what the expression means: a key that the expression leaves out may be any.</summary>
    public static bool Is(string address, string expression)
    {
        var (steps, meant) = (Steps(address), Steps(expression));
        return steps.Count == meant.Count && steps.Zip(meant).All(pair => pair.First.Name == pair.Second.Name && (pair.Second.Key.Length == 0 || pair.First.Key == pair.Second.Key));
    }

    [GeneratedRegex(@"\[(""(\\.|[^""])*""|[^\]]*)\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"(?<name>[^.\[\]]+)(?<key>\[(""(\\.|[^""])*""|[^\]]*)\])?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Step();
}
