using System.Numerics;
using Ashlar.Graph.Paths.Building;

namespace Ashlar.Graph.Paths.Falling;

/// <summary>
/// Everything that follows from some nodes. Sets of principals that many are in are worked out once: whoever comes to one takes
/// over what is known of it. Doors count as open: what a taken subject may do counts, not from where.
/// </summary>
internal sealed class Closures
{
    /// <summary>Sets worked out beforehand.</summary>
    private const int MostHubs = 256;

    /// <summary>So many have to be in a set before it is one of them.</summary>
    private const int FewestInHub = 8;

    /// <summary>Components of fewer nodes are walked through.</summary>
    private const int FewestInComponent = 64;

    private readonly AttackGraph _graph;
    private readonly Effects _effects;
    private readonly Dictionary<int, (ulong[] Nodes, ulong[] Effects)> _hubs = [];
    private readonly int[] _hubOf;
    private readonly int[] _seen;
    private readonly Stack<int> _open = new();
    private readonly ulong[] _found;
    private readonly ulong[] _covered;
    private bool _isCovered;
    private int _turn;

    public Closures(AttackGraph graph, Effects effects, CancellationToken cancellationToken)
    {
        (_graph, _effects, _seen) = (graph, effects, new int[graph.Nodes.Count]);
        (_found, _covered) = (new ulong[(effects.Bits + 63) / 64], new ulong[(graph.Nodes.Count + 63) / 64]);
        _hubOf = [.. Enumerable.Range(0, graph.Nodes.Count)];
        var components = Components.Of(graph);
        var first = new Dictionary<int, int>();
        foreach (var large in components.Index().GroupBy(c => c.Item).Where(g => g.Count() >= FewestInComponent).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Index).Take(MostHubs))
            first[large.Key] = large.First().Index;
        for (var i = 0; i < _hubOf.Length; i++)
            _hubOf[i] = first.GetValueOrDefault(components[i], i);
        var into = new int[graph.Nodes.Count];
        foreach (var arc in graph.Arcs)
            into[arc.To]++;
        var hubs = Enumerable.Range(0, into.Length).Where(n => graph.Nodes[n].Kind == NodeKind.Set && into[n] >= FewestInHub).OrderByDescending(n => into[n]).ThenBy(n => n).Take(MostHubs).ToList();
        foreach (var hub in first.Values.Concat(hubs.Where(h => _hubOf[h] == h)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var nodes = new ulong[_covered.Length];
            _hubs[hub] = (nodes, [.. Of([hub], nodes)]);
        }
    }

    /// <summary>Bits of <see cref="Effects"/>; valid until the next question.</summary>
    public ulong[] Of(IEnumerable<int> from)
    {
        if (_isCovered)
            Array.Clear(_covered);
        _isCovered = false;
        return Of(from, null);
    }

    private ulong[] Of(IEnumerable<int> from, ulong[]? reached)
    {
        _turn++;
        var found = _found;
        Array.Clear(found);
        var covered = reached ?? _covered;
        var seeds = new HashSet<int>(from);
        foreach (var node in seeds)
            _open.Push(node);
        while (_open.TryPop(out var node))
        {
            if (_seen[node] == _turn || ((reached is not null || _isCovered) && Has(covered, node)))
                continue;
            _seen[node] = _turn;
            if (_hubs.TryGetValue(_hubOf[node], out var hub))
            {
                Or(found, hub.Effects);
                Or(covered, hub.Nodes);
                _isCovered |= reached is null;
                continue;
            }

            if (reached is not null)
                Set(reached, node);
            // What a subject is it does not take.
            var (first, second) = seeds.Contains(node) ? (-1, -1) : _effects[node];
            if (first >= 0)
            {
                Set(found, first);
                if (first < _effects.Places)
                {
                    foreach (var workload in _effects.WorkloadsOf(first))
                        Set(found, _effects.Workloads + workload);
                }
            }

            if (second >= 0)
                Set(found, second);
            var (arc, end) = _graph.From(node);
            for (; arc < end; arc++)
            {
                if (_seen[_graph.Arcs[arc].To] != _turn)
                    _open.Push(_graph.Arcs[arc].To);
            }
        }

        return found;
    }

    public static bool Has(ulong[] bits, int at) => (bits[at >> 6] >> (at & 63) & 1) != 0;

    /// <summary>Numbers of the bits that are set from one on and before another.</summary>
    public static IEnumerable<int> In(ulong[] bits, int from, int to)
    {
        for (var word = from >> 6; word <= (to - 1) >> 6 && to > from; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                var at = (word << 6) + BitOperations.TrailingZeroCount(left);
                if (at >= from && at < to)
                    yield return at;
            }
        }
    }

    /// <summary>How many bits are set from one on and before another.</summary>
    public static int Count(ulong[] bits, int from, int to)
    {
        if (to <= from)
            return 0;
        var (head, tail) = (ulong.MaxValue << (from & 63), ulong.MaxValue >> (63 - ((to - 1) & 63)));
        var (word, last) = (from >> 6, (to - 1) >> 6);
        if (word == last)
            return BitOperations.PopCount(bits[word] & head & tail);
        var count = BitOperations.PopCount(bits[word] & head) + BitOperations.PopCount(bits[last] & tail);
        for (word++; word < last; word++)
            count += BitOperations.PopCount(bits[word]);
        return count;
    }

    private static void Set(ulong[] bits, int at) => bits[at >> 6] |= 1UL << (at & 63);

    private static void Or(ulong[] into, ulong[] from)
    {
        var at = 0;
        for (; at <= into.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
            (new Vector<ulong>(into, at) | new Vector<ulong>(from, at)).CopyTo(into, at);
        for (; at < into.Length; at++)
            into[at] |= from[at];
    }
}
