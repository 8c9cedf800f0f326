using System.Runtime.InteropServices;
using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Building;

/// <summary>Gathers nodes and arcs; equal nodes are one.</summary>
internal sealed class GraphBuilder
{
    private readonly Dictionary<ulong, int> _numbers = new(new Spread());
    private readonly List<Node> _nodes = [];
    private readonly List<Arc> _arcs = [];
    private readonly List<string> _steps = [""];
    private readonly Dictionary<string, byte> _stepOf = new(StringComparer.Ordinal);

    public IReadOnlyList<Node> Nodes => _nodes;

    public int Node(NodeKind kind, int a, int b = 0)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (ulong)kind << 59 | (ulong)(uint)a << 32 | (uint)b, out var known);
        if (!known)
        {
            number = _nodes.Count;
            _nodes.Add(new Node(kind, a, b));
        }

        return number;
    }

    public byte Step(string name)
    {
        if (!_stepOf.TryGetValue(name, out var step))
        {
            _stepOf[name] = step = (byte)_steps.Count;
            _steps.Add(name);
        }

        return step;
    }

    /// <summary>An arc that is no step of its own.</summary>
    public void Quiet(int from, int to, ArcKind kind, int reference = 0, AccessState state = AccessState.Active, int extra = 0) =>
        _arcs.Add(new Arc(from, to, -1, (byte)(Costs.Of(state) + extra), state, kind, 0, reference));

    public void Add(int from, int to, ArcKind kind, string step, int cost, AccessState state = AccessState.Active, int reference = 0, int guard = -1) =>
        Add(from, to, kind, Step(step), cost, state, reference, guard);

    /// <param name="step">Number of its kind.</param>
    public void Add(int from, int to, ArcKind kind, byte step, int cost, AccessState state, int reference, int guard) =>
        _arcs.Add(new Arc(from, to, guard, (byte)(cost + Costs.Of(state)), state, kind, step, reference));

    public AttackGraph Build() => new(_nodes, _arcs, _steps);

    // Numbers that run on in both halves would else fall together.
    private sealed class Spread : IEqualityComparer<ulong>
    {
        public bool Equals(ulong x, ulong y) => x == y;

        public int GetHashCode(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> 32);
    }
}
