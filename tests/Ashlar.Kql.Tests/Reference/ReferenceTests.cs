using CsCheck;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>Random typed queries over random small tables against a plain evaluator that shares no code with the translator.</summary>
/// <remarks><c>ASHLAR_REFERENCE_CASES</c> raises the number of cases, <c>ASHLAR_REFERENCE_SEED</c> moves the seed.</remarks>
public sealed class ReferenceTests
{
    private const int Shown = 40;

    [Fact]
    public void Random_queries_mean_what_the_language_reference_says()
    {
        var cases = Setting("ASHLAR_REFERENCE_CASES", 600);
        var seed = (ulong)Setting("ASHLAR_REFERENCE_SEED", 20250301);
        var source = new CaseSource();
        using var engine = new Engine();
        var failures = new Dictionary<string, string>();
        var judged = 0;
        for (var i = 0; i < cases && failures.Count < Shown; i++)
        {
            var test = source.Generate(new PCG((uint)i, seed), null, out _);
            var difference = Check(engine, test);
            judged += difference is "undocumented" ? 0 : 1;
            if (difference is null or "undocumented")
                continue;
            var (smallest, why) = Agreement.Shrink(engine, test, difference);
            failures.TryAdd(smallest.Text, $"case {i}:\n" + Agreement.Describe(smallest, why));
        }

        Assert.True(failures.Count == 0, $"{failures.Count} disagreements\n\n" + string.Join("\n\n", failures.Values));
        Assert.True(judged > cases * 9 / 10, $"only {judged} of {cases} cases could be judged");
    }

    private static string? Check(Engine engine, Case test)
    {
        try
        {
            return Agreement.Difference(engine, test);
        }
        catch (Undocumented)
        {
            return "undocumented";
        }
        catch (KqlRunException wrong)
        {
            return "run: " + wrong.Message + " " + wrong.InnerException?.Message;
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;
}
