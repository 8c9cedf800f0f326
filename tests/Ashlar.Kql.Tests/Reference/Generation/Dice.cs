using CsCheck;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>Seeded choices.</summary>
internal sealed class Dice(PCG random)
{
    public int Below(int count) => (int)random.Next((uint)count);

    /// <summary>Both ends included.</summary>
    public int From(int low, int high) => low + Below(high - low + 1);

    public bool OneIn(int count) => Below(count) == 0;

    public T Pick<T>(IReadOnlyList<T> list) => list.Count == 0 ? throw new Undocumented("nothing to choose from") : list[Below(list.Count)];

    /// <summary>Some of the list, in its order, at least one.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> list, int most)
    {
        if (list.Count == 0)
            throw new Undocumented("nothing to choose from");
        var wanted = From(1, Math.Min(most, list.Count));
        var left = Enumerable.Range(0, list.Count).ToList();
        while (left.Count > wanted)
            left.RemoveAt(Below(left.Count));
        return [.. left.Select(i => list[i])];
    }
}
