using Ashlar.Model;

namespace Ashlar.Graph.Reach.Writing;

/// <summary>The integer tables behind <c>NetworkReach</c>: no query names them.</summary>
internal static class ReachParts
{
    private static readonly ColumnDefinition Number = new("n", "int", "Number.");

    public static TableDefinition Sources { get; } = Part("_ReachSources", Number, Text("id"));

    public static TableDefinition Doors { get; } = Part("_ReachDoors", Number, Text("id"), Text("k"), Text("type"), Text("door"));

    /// <summary>Members of sets of sources; doors that the same sources reach share one.</summary>
    public static TableDefinition Sets { get; } = Part("_ReachSets", Int("s"), Int("source"));

    public static TableDefinition Ways { get; } = Part("_ReachWays", Int("door"), Int("s"), Int("unsure"), Int("leg"), Int("through"));

    public static TableDefinition Throughs { get; } = Part("_ReachThroughs", Number, Text("id"));

    /// <summary>Legs by their number.</summary>
    public static readonly string[] Legs = ["public", "serviceEndpoint", "privateEndpoint", "inside", "gateway"];

    /// <summary><c>{0}</c> stands for the schema.</summary>
    public const string NetworkReach =
        """
        SELECT s.id AS SourceId, d.id AS ResourceId, d.type AS ResourceType, d.door AS Door, CASE WHEN w.unsure = 0 THEN 'open' ELSE 'unknown' END AS Verdict,
            CASE w.leg WHEN 0 THEN 'public' WHEN 1 THEN 'serviceEndpoint' WHEN 2 THEN 'privateEndpoint' WHEN 3 THEN 'inside' ELSE 'gateway' END AS Leg, t.id AS Through, d.k AS _key
        FROM {0}."_ReachWays" w
            JOIN {0}."_ReachDoors" d ON d.n = w.door
            JOIN {0}."_ReachSets" m ON m.s = w.s
            JOIN {0}."_ReachSources" s ON s.n = m.source
            JOIN {0}."_ReachThroughs" t ON t.n = w.through
        """;

    private static TableDefinition Part(string name, params ColumnDefinition[] columns) => new(name, TableKind.Derived, "Part of NetworkReach.", null, columns);

    private static ColumnDefinition Int(string name) => new(name, "int", name);

    private static ColumnDefinition Text(string name) => new(name, "string", name);
}
