using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <summary>What follows where data moves: poisoned documents, steered models, tools called in another's name, keys that lie in settings, images that are pulled.</summary>
internal sealed class DataSteps(GraphBuilder graph, Terrain terrain)
{
    private readonly FlowIndex _from = new(terrain.Flows.All, f => f.FromKey);
    private readonly FlowIndex _to = new(terrain.Flows.All, f => f.ToKey);
    private readonly FlowIndex _via = new(terrain.Flows.All, f => f.ViaKey);

    public void FromTainted(int node, Place place)
    {
        foreach (var number in _from.AtOrBelow(place.Key))
            Spread(node, number, AccessState.Active);
        // What is written to one container may lie beside what is read.
        foreach (var number in _from.Above(place.Key))
            Spread(node, number, AccessState.Unknown);
    }

    public void FromSteered(int node, Place model)
    {
        foreach (var number in Related(_from, model).Where(n => terrain.Flows.All[n].Kind == "tool"))
            graph.Add(node, graph.Node(NodeKind.Called, To(number).Index), ArcKind.CallTool, "call-tool", Costs.CallTool, AccessState.Conditional, number);
        Tell(node, model);
    }

    /// <summary>A caller asks the model for what it retrieves, or prompts it to do more.</summary>
    public void FromInvoked(int node, Place model)
    {
        Tell(node, model);
        foreach (var number in Related(_from, model).Where(n => terrain.Flows.All[n].Kind == "tool").Take(1))
            graph.Add(node, graph.Node(NodeKind.Prompted, model.Index), ArcKind.Prompt, "prompt", Costs.Prompt, AccessState.Conditional, number);
    }

    /// <summary>Keys that the connections and settings of a place hold.</summary>
    public void FromSettings(int node, Place place)
    {
        foreach (var number in _via.AtOrBelow(place.Key).Where(n => terrain.Flows.All[n].Authentication == "key"))
            Find(node, number, place);
    }

    /// <summary>Code reads the settings it runs with.</summary>
    public void FromCode(int node, Place place)
    {
        foreach (var number in _from.AtOrBelow(place.Key).Concat(_via.AtOrBelow(place.Key)).Distinct().Where(n => terrain.Flows.All[n].Authentication == "key"))
            Find(node, number, place);
    }

    public void FromPushed(int node, Place registry)
    {
        foreach (var number in _from.AtOrBelow(registry.Key).Where(n => terrain.Flows.All[n].Kind == "registry"))
            graph.Add(node, graph.Node(NodeKind.Code, To(number).Index), ArcKind.Pull, "pull-image", Costs.Pull, reference: number);
    }

    /// <summary>The end of a flow that a key found in a place opens; null when it opens none.</summary>
    public Place? Opened(int number, Place holder)
    {
        var flow = terrain.Flows.All[number];
        var other = flow.ToKey.StartsWith(holder.Key, StringComparison.Ordinal) ? terrain.Places.Find(flow.FromKey) : terrain.Places.Find(flow.ToKey);
        while (other is not null && other.Target < 0 && other.Key.LastIndexOf('/') is > 0 and var end)
            other = terrain.Places.Find(other.Key[..end]) ?? null;
        return other is null || other.Keys == "off" || other.Key.StartsWith(holder.Key, StringComparison.Ordinal) ? null : other;
    }

    /// <summary>Nodes of what a key of a place gives.</summary>
    public IEnumerable<int> KeysOf(Place place) => terrain.Capabilities.ByKey(place.Type).Select(c => graph.Node(NodeKind.Key, place.Index, c));

    private void Find(int node, int number, Place holder)
    {
        if (Opened(number, holder) is not { } opened)
            return;
        foreach (var key in KeysOf(opened))
            graph.Add(node, key, ArcKind.FindKey, "find-key", Costs.FindKey, opened.Keys == "on" ? AccessState.Active : AccessState.Unknown, number);
    }

    private void Spread(int node, int number, AccessState state)
    {
        var flow = terrain.Flows.All[number];
        switch (flow.Kind)
        {
            case "index" or "replicate":
                graph.Add(node, graph.Node(NodeKind.Tainted, To(number).Index), ArcKind.Spread, flow.Kind, Costs.Spread, state, number);
                break;
            case "retrieve" or "train" or "fineTune":
                graph.Add(node, graph.Node(NodeKind.Steered, To(number).Index), ArcKind.Steer, flow.Kind, Costs.Steer, state, number);
                break;
        }
    }

    private void Tell(int node, Place model)
    {
        foreach (var number in Related(_to, model).Where(n => terrain.Flows.All[n].Kind == "retrieve"))
            graph.Add(node, graph.Node(NodeKind.Told, From(number).Index), ArcKind.Ask, "ask", Costs.Ask, AccessState.Conditional, number);
    }

    // An account stands for its projects and agents, and they for it.
    private static IEnumerable<int> Related(FlowIndex index, Place place) => index.AtOrBelow(place.Key).Concat(index.Above(place.Key)).Distinct();

    private Place To(int number) => terrain.Places.Of(terrain.Flows.All[number].ToId, terrain.Flows.All[number].ToType);

    private Place From(int number) => terrain.Places.Of(terrain.Flows.All[number].FromId, terrain.Flows.All[number].FromType);
}
