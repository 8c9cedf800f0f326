using System.Globalization;

namespace Ashlar.Graph.Reach.Addresses;

/// <summary>Ports as a rule names them: <c>*</c>, <c>443</c>, <c>8000-8010</c>.</summary>
internal sealed class PortSet
{
    private readonly (int From, int To)[] _ranges;

    private PortSet((int From, int To)[] ranges, bool readable) => (_ranges, Readable, IsAll) = (ranges, readable, readable && ranges is [(0, 65535)]);

    public static PortSet All { get; } = new([(0, 65535)], true);

    /// <summary>False: something in it is no port, and may mean any.</summary>
    public bool Readable { get; }

    public bool IsAll { get; }

    public IReadOnlyList<(int From, int To)> Ranges => _ranges;

    public static PortSet Of(IEnumerable<string> texts)
    {
        var ranges = new List<(int, int)>();
        var readable = true;
        foreach (var text in texts)
        {
            foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (part == "*")
                    return All;
                var ends = part.Split('-', StringSplitOptions.TrimEntries);
                if (ends.Length <= 2 && Port(ends[0]) is { } from && Port(ends[^1]) is { } to && from <= to)
                    ranges.Add((from, to));
                else
                    readable = false;
            }
        }

        return ranges is [(0, 65535)] && readable ? All : new([.. ranges], readable);
    }

    public bool Holds(int port)
    {
        foreach (var (from, to) in _ranges)
        {
            if (from <= port && port <= to)
                return true;
        }

        return false;
    }

    private static int? Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : null;
}
