using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Searching;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>Walks the ways of a search back to the start and tells them as steps, each with what proves it.</summary>
internal sealed class PathTeller(AttackGraph graph, Terrain terrain, GraphMaker maker, IReadOnlyList<Slot> slots, Start start)
{
    private readonly Dictionary<int, Standing> _told = [];
    private readonly List<Step> _steps = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly Sentences _sentences = new(terrain);
    private int _effort = start.Effort;

    /// <summary>Steps in order, the start first; what they take together; what was not read.</summary>
    public (IReadOnlyList<Step> Steps, int Effort, IReadOnlyCollection<string> Missing) Tell(int slot)
    {
        _steps.Add(new Step(start.Kind, "", start.Id, "", "", start.Says, start.State, [.. start.Proofs.Select(p => new Evidence(EvidenceKind.Fixed, 0, 0, p))], -1));
        _missing.UnionWith(start.Missing);
        Visit(slot);
        return (_steps, _effort, _missing);
    }

    private Standing Visit(int number)
    {
        if (_told.TryGetValue(number, out var known))
            return known;
        var slot = slots[number];
        if (slot.Arc < 0)
            return _told[number] = new Standing(start.Id, start.Name, start.Principal, AccessState.Active, [], -1, -1);
        var before = Visit(slot.Before);
        if (slot.Beside >= 0)
            Visit(slot.Beside);
        var arc = graph.Arcs[slot.Arc];
        _effort += arc.Cost;
        var after = arc.Step == 0 ? Quiet(before, arc) : Loud(before, arc, slot.Arc);
        return _told[number] = At(after, graph.Nodes[slot.Node]);
    }

    private Standing Quiet(Standing before, Arc arc)
    {
        var state = arc.State > before.State ? arc.State : before.State;
        return arc.Kind switch
        {
            ArcKind.Member => before with { State = state, Evidence = [.. before.Evidence, new Evidence(EvidenceKind.Membership, before.Principal, arc.Reference, null)] },
            ArcKind.Join => before with { State = state, Evidence = [.. before.Evidence, Evidence.Of("GroupMembers", terrain.Access.Principals[graph.Nodes[arc.To].A], "memberId", terrain.Access.Principals[arc.Reference])] },
            ArcKind.Granted => before with { State = state, Evidence = [.. before.Evidence, new Evidence(EvidenceKind.Grant, arc.Reference, -1, null)] },
            ArcKind.Rule => before with { State = state, Rule = arc.Reference },
            ArcKind.Stands => before with { State = state, Stands = arc.Reference },
            _ => before with { State = state },
        };
    }

    private Standing Loud(Standing before, Arc arc, int number)
    {
        // A gateway that was changed acts as itself; who changed it has not become it yet.
        if (arc.Kind == ArcKind.ActAs)
            before = before with { Id = terrain.Places.All[graph.Nodes[arc.From].A].Id, Name = terrain.Places.All[graph.Nodes[arc.From].A].Name };
        var to = graph.Nodes[arc.To];
        var place = to.Kind is NodeKind.Principal or NodeKind.Ruler or NodeKind.Subnet ? null : terrain.Places.All[to.A];
        var person = to.Kind is NodeKind.Principal or NodeKind.Ruler ? terrain.People[to.A] : null;
        var evidence = before.Evidence.Select(e => e.Kind == EvidenceKind.Grant ? e with { B = before.Rule } : e).ToList();
        var state = arc.State > before.State ? arc.State : before.State;
        var capability = arc.Kind switch
        {
            ArcKind.Capability or ArcKind.GiveAccess or ArcKind.UseKey => terrain.Capabilities.Names[to.B],
            ArcKind.ReadKey => "read-keys",
            _ => "",
        };
        Prove(arc, before, place, person, evidence);
        var (id, type) = place is not null ? (place.Id, place.Type) : (person!.ResourceId, "microsoft.graph/" + person.Kind);
        _steps.Add(new Step(graph.Steps[arc.Step], before.Id, id, type, capability, _sentences.Of(arc, before, place, person, capability), state, evidence, number));
        return before with { State = AccessState.Active, Evidence = [], Rule = -1, Stands = -1, Given = capability == "grant-access" ? evidence : [] };
    }

    private void Prove(Arc arc, Standing before, Place? place, Person? person, List<Evidence> evidence)
    {
        if (place is { Seen: >= 0 } && arc.Kind is ArcKind.Capability or ArcKind.ReadKey)
            _missing.UnionWith(terrain.Unread.Of(place!.Seen));
        switch (arc.Kind)
        {
            case ArcKind.GiveAccess:
                evidence.AddRange(before.Given);
                Door(arc, place!, evidence);
                break;
            case ArcKind.Capability when arc.Reference == 1:
                Door(arc, place!, evidence);
                break;
            case ArcKind.UseKey:
                evidence.Add(Evidence.Of("AccessTargets", place!.Id, "KeyAuth", place.Keys));
                Door(arc, place, evidence);
                break;
            case ArcKind.ActAs:
                evidence.Add(Evidence.Of("Identities", person!.ResourceId, "RunsOn", maker.Hosts[arc.Reference]));
                if (terrain.Hosts.Clusters.FirstOrDefault(c => c.Id == before.Id) is { } nodes && !ResourceIds.Covers(nodes.Id, maker.Hosts[arc.Reference]))
                    evidence.Add(Evidence.Of("resources", nodes.Id, "properties.nodeResourceGroup", nodes.NodeGroup));
                break;
            case ArcKind.Federate:
                evidence.Add(Evidence.Of("resources", terrain.Places.All[arc.Reference].Id, "properties.oidcIssuerProfile.issuerURL", terrain.Hosts.Clusters.First(c => c.Key == terrain.Places.All[arc.Reference].Key).Issuer));
                evidence.Add(Evidence.Of("Identities", person!.ResourceId, "Federations", terrain.Hosts.Clusters.First(c => c.Key == terrain.Places.All[arc.Reference].Key).Issuer));
                break;
            case ArcKind.Connect:
                var reach = maker.Reach[arc.Reference];
                if (before.Stands >= 0 && maker.Stands[before.Stands].Subnet is var subnet)
                    evidence.Add(Evidence.Of(subnet.Table, subnet.SaysId, subnet.Path, subnet.SubnetId));
                evidence.Add(Evidence.Of("NetworkReach", reach.ResourceId, "SourceId", reach.SubnetId));
                break;
            case ArcKind.FindKey or ArcKind.Prompt or ArcKind.Spread or ArcKind.Steer or ArcKind.Ask or ArcKind.CallTool or ArcKind.Pull:
                var flow = terrain.Flows.All[arc.Reference];
                evidence.Add(arc.Kind == ArcKind.FindKey ? Evidence.Of("DataFlows", flow.Id, "Authentication", "key") : Evidence.Of("DataFlows", flow.Id, "Kind", flow.Kind));
                if (!flow.Complete)
                    _missing.UnionWith(Unread.Texts(flow.Missing));
                break;
            case ArcKind.Rule0:
                evidence.Add(new Evidence(EvidenceKind.Ruling, arc.Reference, -1, null));
                if (!person!.Complete)
                    _missing.Add(Unread.OfIdentities);
                break;
            case ArcKind.Anonymous or ArcKind.Front:
                var open = terrain.OpenDoors.All[arc.Reference];
                evidence.AddRange(open.Settings.Select(s => Evidence.Of(s.Table, s.Id, s.Path, s.Value)));
                if (open.DoorId.Length > 0)
                    evidence.Add(Evidence.Of("Exposure", open.DoorId, "Inbound", open.Inbound));
                if (open.FlowId.Length > 0)
                    evidence.Add(Evidence.Of("DataFlows", open.FlowId, "Kind", "call"));
                if (open.State == AccessState.Unknown)
                    _missing.Add(open.FlowId.Length > 0 ? $"Whether {ResourceIds.Name(open.DoorId)} asks for a sign-in of its own is not in what was read." : Unread.OfDoor(open.ResourceId, terrain.Doors.Read));
                break;
        }
    }

    private void Door(Arc arc, Place place, List<Evidence> evidence)
    {
        var way = maker.WayTo(place);
        if (way.Door is not { } door)
        {
            _missing.Add(Unread.OfDoor(place.Id, terrain.Doors.Read));
            return;
        }

        if (arc.Guard < 0 && way.State != AccessState.Unknown)
            evidence.Add(door.Inbound == "unknown" ? Evidence.Of("Exposure", door.ResourceId, "AtLeast", door.AtLeast) : Evidence.Of("Exposure", door.ResourceId, "Inbound", door.Inbound));
        if (!door.Complete)
            _missing.UnionWith(Unread.Texts(door.Missing));
    }

    private Standing At(Standing standing, Node node) => node.Kind switch
    {
        NodeKind.Principal when terrain.People[node.A] is { } person => standing with { Id = person.ResourceId, Name = PeopleStarts.Shown(person), Principal = node.A },
        NodeKind.Code or NodeKind.Tainted or NodeKind.Steered or NodeKind.Prompted when terrain.Places.All[node.A] is var place => standing with { Id = place.Id, Name = place.Name, Principal = -1 },
        _ => standing,
    };
}
