using System.Runtime.InteropServices;

namespace Ashlar.Graph.Reach.Writing;

/// <summary>Sets of sources, each once however many doors it reaches.</summary>
internal sealed class SourceSets
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Cells of the table, row after row.</summary>
    public List<int> Cells { get; } = [];

    /// <param name="members">In order.</param>
    public int Of(List<int> members)
    {
        // Two characters a number: a text that is the list itself.
        var key = new string(MemoryMarshal.Cast<int, char>(CollectionsMarshal.AsSpan(members)));
        if (_numbers.TryGetValue(key, out var number))
            return number;
        _numbers[key] = number = _numbers.Count;
        foreach (var member in members)
            Cells.AddRange([number, member]);
        return number;
    }
}
