namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Seeded choices.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool OneIn(int n) => _random.Next(n) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int least, int most) => choices.Count == 0 ? [] : [.. Enumerable.Range(0, Between(least, most)).Select(_ => Of(choices)).Distinct()];

    public bool? Flag() => Of<bool?>([true, false, null]);

    /// <summary>An id as another writer would spell it.</summary>
    public string Cased(string id) => Between(0, 5) switch { 0 => id.ToUpperInvariant(), 1 => id.ToLowerInvariant(), _ => id };
}
