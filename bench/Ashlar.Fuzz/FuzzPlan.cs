using System.Globalization;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>What to do: <c>--compile N --run N --seed N --threads N [--corpus FILE] [--journal FILE]</c>.</summary>
/// <param name="Journal">Each worker's current query stands here, so that a crash of the process can be told.</param>
internal sealed record FuzzPlan(int Compile, int Run, uint Seed, int Threads, string? Corpus, string Journal)
{
    /// <summary>Above this a query is too slow, if it is so a second time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Above this it hangs; longer, because other work on the machine must not look like it.</summary>
    public static readonly TimeSpan Hung = TimeSpan.FromSeconds(20);

    public static FuzzPlan From(string[] arguments)
    {
        string? Value(string name) => Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
        int Number(string name, int otherwise) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        return new FuzzPlan(
            Number("--compile", 500_000),
            Number("--run", 20_000),
            (uint)Number("--seed", 1),
            Number("--threads", 2),
            Value("--corpus"),
            Value("--journal") ?? "fuzz-journal.txt");
    }
}
