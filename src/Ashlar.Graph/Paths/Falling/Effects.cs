using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Falling;

/// <summary>What it means that a node is reached, as bits: places that can be touched, whose data, whose secrets; principals; control of the tenant; workloads.</summary>
internal sealed class Effects
{
    private readonly (int First, int Second)[] _of;
    private readonly IReadOnlyList<int>[] _workloads;

    public Effects(AttackGraph graph, Terrain terrain)
    {
        Places = terrain.Places.All.Count;
        (Ruler, Workloads) = ((Places * 3) + terrain.People.Count, (Places * 3) + terrain.People.Count + 1);
        Bits = Workloads + terrain.Workloads.All.Count;
        _workloads = [.. terrain.Places.All.Select(p => p.Workloads)];
        _of = new (int, int)[graph.Nodes.Count];
        for (var i = 0; i < _of.Length; i++)
            _of[i] = Of(graph.Nodes[i], terrain);
    }

    public int Places { get; }

    public int Bits { get; }

    public int Data => Places;

    public int Secrets => Places * 2;

    public int Principals => Places * 3;

    public int Ruler { get; }

    public int Workloads { get; }

    /// <summary>Workloads of a place.</summary>
    public IReadOnlyList<int> WorkloadsOf(int place) => _workloads[place];

    /// <summary>Two bits at most; -1: none.</summary>
    public (int First, int Second) this[int node] => _of[node];

    private (int First, int Second) Of(Node node, Terrain terrain) => node.Kind switch
    {
        NodeKind.Principal => (Principals + node.A, -1),
        NodeKind.Ruler => (Ruler, -1),
        NodeKind.Code or NodeKind.Steered => (node.A, -1),
        NodeKind.Told or NodeKind.Called => (node.A, Data + node.A),
        NodeKind.Done => (node.A, Second(terrain.Capabilities.Names[node.B], node.A)),
        _ => (-1, -1),
    };

    private int Second(string capability, int place) => capability switch
    {
        "read-data" or "write-data" or "poison" => Data + place,
        "read-secrets" or "read-connections" => Secrets + place,
        _ => -1,
    };
}
