using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Building;

/// <summary>Gathers nodes and arcs; equal nodes are one.</summary>
internal sealed class GraphBuilder
{
    private readonly Dictionary<Node, int> _numbers = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Arc> _arcs = [];
    private readonly List<string> _steps = [""];
    private readonly Dictionary<string, byte> _stepOf = new(StringComparer.Ordinal);

    public IReadOnlyList<Node> Nodes => _nodes;

    public int Node(NodeKind kind, int a, int b = 0)
    {
        var node = new Node(kind, a, b);
        if (!_numbers.TryGetValue(node, out var number))
        {
            _numbers[node] = number = _nodes.Count;
            _nodes.Add(node);
        }

        return number;
    }

    public bool Has(NodeKind kind, int a, int b = 0) => _numbers.ContainsKey(new Node(kind, a, b));

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
        _arcs.Add(new Arc(from, to, guard, (byte)(cost + Costs.Of(state)), state, kind, Step(step), reference));

    public AttackGraph Build() => new(_nodes, _arcs, _steps);
}
