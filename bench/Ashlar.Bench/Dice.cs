namespace Ashlar.Bench;

/// <summary>A small generator of numbers (xorshift64*): the same on every machine and in every version of .NET.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = (seed * 0x9E3779B97F4A7C15UL) | 1UL;

    /// <summary>Dice of their own for object <paramref name="number"/> of a kind, so that any object can be made without those before it.</summary>
    public static Dice For(int seed, Draw draw, int number) => new(((ulong)number * 64) + (ulong)draw + ((ulong)seed << 40));

    public int Next(int below)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((state * 0x2545F4914F6CDD1DUL >> 33) % (ulong)below);
    }

    public bool Yes() => Next(2) == 0;

    public string Either(string one, string other) => Yes() ? one : other;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
