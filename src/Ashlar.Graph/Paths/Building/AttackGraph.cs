namespace Ashlar.Graph.Paths.Building;

/// <summary>Everything an attacker can reach from everything, as numbers.</summary>
internal sealed class AttackGraph
{
    private readonly int[] _first;
    private readonly int[] _guarded;
    private readonly int[] _guardedFirst;

    public AttackGraph(IReadOnlyList<Node> nodes, List<Arc> arcs, IReadOnlyList<string> steps)
    {
        (Nodes, Steps) = (nodes, steps);
        Arcs = new Arc[arcs.Count];
        _first = new int[nodes.Count + 1];
        _guardedFirst = new int[nodes.Count + 1];
        foreach (var arc in arcs)
        {
            _first[arc.From + 1]++;
            if (arc.Guard >= 0)
                _guardedFirst[arc.Guard + 1]++;
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            _first[i + 1] += _first[i];
            _guardedFirst[i + 1] += _guardedFirst[i];
        }

        var at = _first.AsSpan(0, nodes.Count).ToArray();
        foreach (var arc in arcs)
            Arcs[at[arc.From]++] = arc;
        _guarded = new int[_guardedFirst[^1]];
        at = _guardedFirst.AsSpan(0, nodes.Count).ToArray();
        for (var i = 0; i < Arcs.Length; i++)
        {
            if (Arcs[i].Guard >= 0)
                _guarded[at[Arcs[i].Guard]++] = i;
        }
    }

    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Those of a node stand together.</summary>
    public Arc[] Arcs { get; }

    /// <summary>Names of the kinds of step; the first is none.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>First and end of the arcs that leave a node.</summary>
    public (int First, int End) From(int node) => (_first[node], _first[node + 1]);

    /// <summary>Arcs that wait for a node.</summary>
    public ReadOnlySpan<int> GuardedBy(int node) => _guarded.AsSpan(_guardedFirst[node], _guardedFirst[node + 1] - _guardedFirst[node]);
}
