using Ashlar.Kql.Tests.Reference;
using CsCheck;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>The small form of the fuzzing that CI runs at length.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Fact]
    public void Mutated_queries_end_in_diagnostics_or_rows()
    {
        var mutator = new Mutator(new Dice(new PCG(1, 20250301)), [.. Seeds.Own, .. Seeds.Random(100)]);
        using var playground = new Playground();
        var compiled = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var query = mutator.Next();
            var began = TimeProvider.System.GetTimestamp();
            var compilation = playground.Compile(query, i % 2 == 0);
            if (compilation.Success)
            {
                compiled++;
                if (compiled % 4 == 0)
                    playground.Run(compilation, Patience / 2, CancellationToken.None);
            }

            var took = TimeProvider.System.GetElapsedTime(began);
            Assert.True(took < Patience, $"{took} for {query.Length} characters: {query[..Math.Min(query.Length, 1_000)]}");
        }

        Assert.True(compiled > 100, $"only {compiled} of 2000 mutated queries compile: the mutations are too coarse");
    }

    [Fact]
    public void Most_seeds_compile_unmutated()
    {
        using var playground = new Playground();
        var sound = Seeds.Random(100).Count(s => playground.Compile(s, false).Success) + Seeds.Own.Count(s => playground.Compile(s, s[0] is 'r' or 'w').Success);
        Assert.InRange(sound, (100 + Seeds.Own.Length) * 2 / 3, int.MaxValue);
    }
}
