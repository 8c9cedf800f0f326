using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Telling;

namespace Ashlar.Graph.Paths.Starting;

/// <summary>Stores that a model learns or retrieves from and that more write than a small circle.</summary>
internal static class DocumentStarts
{
    private static readonly string[] Fed = ["index", "retrieve", "train", "fineTune"];

    public static void Add(List<Start> into, Terrain terrain, GraphMaker maker)
    {
        foreach (var store in terrain.Flows.All.Where(f => Fed.Contains(f.Kind)).GroupBy(f => f.FromKey, StringComparer.Ordinal))
        {
            if (Of(store.First(), store) is not { } start)
                continue;
            var place = terrain.Places.Of(store.First().FromId, store.First().FromType);
            into.Add(start with { Nodes = [maker.Nodes.Node(NodeKind.Tainted, place.Index)], Id = place.Id, Name = place.Name });
        }
    }

    private static Start? Of(Flow first, IEnumerable<Flow> flows)
    {
        if (flows.FirstOrDefault(f => f.AnyoneWrites == true) is { } open)
            return Start(1, AccessState.Active, $"Anyone can write to {Model.ResourceIds.Name(first.FromId)}.", new Proof("DataFlows", open.Id, "AnyoneWrites", "true"), []);
        if (flows.FirstOrDefault(f => f.Writers >= Thresholds.ManyWriters) is { } wide)
            return Start(4, AccessState.Active, $"{wide.Writers} principals can write to {Model.ResourceIds.Name(first.FromId)}: one of them is taken over, or puts in what somebody else gave him.", new Proof("DataFlows", wide.Id, "Writers", wide.Writers!.Value.ToString(CultureInfo.InvariantCulture)), []);
        if (flows.FirstOrDefault(f => f.Writers is null) is { } untold)
            return Start(5 + Costs.Of(AccessState.Unknown), AccessState.Unknown, $"Who can write to {Model.ResourceIds.Name(first.FromId)} is not known.", new Proof("DataFlows", untold.Id, "Writers", ""), Said(untold));
        return null;
    }

    private static Start Start(int effort, AccessState state, string says, Proof proof, IReadOnlyList<string> missing) =>
        new("poisonedDocument", [], effort, state, "", "", says, [proof], []) { Missing = missing };

    private static List<string> Said(Flow flow) =>
        JsonSerializer.Deserialize<List<string>>(flow.Missing) is { Count: > 0 } missing ? missing : ["Who writes there was not read: run the export kit."];
}
