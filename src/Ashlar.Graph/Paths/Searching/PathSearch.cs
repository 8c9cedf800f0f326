using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Starting;

namespace Ashlar.Graph.Paths.Searching;

/// <summary>
/// Best first from all starts of a kind: Dijkstra's search over what an attacker has, extended to steps that need two things
/// (Knuth 1977), whose cost is that of the dearer one. A node keeps the cheapest way of a few starts, a goal also the cheapest of
/// another sequence of steps; no path is listed to be thrown away.
/// </summary>
internal sealed class PathSearch(AttackGraph graph, Goals goals)
{
    /// <summary>What costs more than this nobody would go.</summary>
    public const int MostCost = 40;

    /// <summary>Ways kept of each node, each of another start.</summary>
    private const int MostWays = 3;

    /// <summary>Ways kept of each goal.</summary>
    private const int MostWaysToGoal = 4;

    /// <summary>Ways kept of each goal for one start, each of other kinds of step.</summary>
    private const int MostOfOneStart = 2;

    private readonly int[] _head = new int[graph.Nodes.Count];
    private readonly byte[] _count = new byte[graph.Nodes.Count];
    private readonly List<Slot> _slots = [];
    private readonly List<Open>[] _buckets = [.. Enumerable.Range(0, MostCost + 1).Select(_ => new List<Open>())];

    public IReadOnlyList<Slot> Slots => _slots;

    public void Run(IReadOnlyList<Start> starts, CancellationToken cancellationToken)
    {
        Array.Fill(_head, -1);
        Array.Clear(_count);
        _slots.Clear();
        for (var s = 0; s < starts.Count; s++)
        {
            foreach (var node in starts[s].Nodes)
                Push(new Open(node, s, -1, -1, -1, 2166136261), starts[s].Effort);
        }

        for (var cost = 0; cost <= MostCost; cost++)
        {
            var bucket = _buckets[cost];
            // Steps that cost nothing come to the same bucket, behind.
            for (var i = 0; i < bucket.Count; i++)
            {
                if ((i & 0xFFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                Settle(bucket[i], cost);
            }

            bucket.Clear();
        }
    }

    private void Settle(Open open, int cost)
    {
        if (!Keeps(open))
            return;
        var number = _slots.Count;
        _slots.Add(new Slot(open.Node, open.Start, cost, open.Arc, open.Before, open.Beside, open.Kinds, _head[open.Node]));
        _head[open.Node] = number;
        _count[open.Node]++;
        var (first, end) = graph.From(open.Node);
        for (var a = first; a < end; a++)
        {
            ref readonly var arc = ref graph.Arcs[a];
            if (arc.Guard < 0)
                Push(new Open(arc.To, open.Start, a, number, -1, Then(open.Kinds, arc.Step)), cost + arc.Cost);
            else if (Of(arc.Guard, open.Start) is >= 0 and var beside)
                Push(new Open(arc.To, open.Start, a, number, beside, Then(open.Kinds, arc.Step)), cost + arc.Cost);
        }

        foreach (var a in graph.GuardedBy(open.Node))
        {
            for (var before = _head[graph.Arcs[a].From]; before >= 0; before = _slots[before].Next)
            {
                if (_slots[before].Start == open.Start)
                    Push(new Open(graph.Arcs[a].To, open.Start, a, before, number, Then(_slots[before].Kinds, graph.Arcs[a].Step)), cost + graph.Arcs[a].Cost);
            }
        }
    }

    private bool Keeps(Open open)
    {
        if (_count[open.Node] == 0)
            return true;
        var wanted = goals[open.Node] is not null;
        if (_count[open.Node] >= (wanted ? MostWaysToGoal : MostWays))
            return false;
        var most = wanted ? MostOfOneStart : 1;
        for (var at = _head[open.Node]; at >= 0; at = _slots[at].Next)
        {
            if (_slots[at].Start == open.Start && (--most == 0 || _slots[at].Kinds == open.Kinds))
                return false;
        }

        return true;
    }

    private int Of(int node, int start)
    {
        var found = -1;
        for (var at = _head[node]; at >= 0; at = _slots[at].Next)
        {
            if (_slots[at].Start == start)
                found = at;
        }

        return found;
    }

    private void Push(Open open, int cost)
    {
        if (cost <= MostCost && Keeps(open))
            _buckets[cost].Add(open);
    }

    private static uint Then(uint kinds, byte step) => step == 0 ? kinds : (kinds ^ step) * 16777619;

    private readonly record struct Open(int Node, int Start, int Arc, int Before, int Beside, uint Kinds);
}
