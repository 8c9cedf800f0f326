using Ashlar.Content;
using Ashlar.Graph.Access.Reading;
using Ashlar.Store;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>All that paths are made of, as the tables of the snapshot tell it.</summary>
internal sealed class Terrain
{
    public Terrain(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        Query = new AccessQuery(snapshot, cancellationToken);
        Unread = new Unread(snapshot);
        Capabilities = new Capabilities(edges);
        Workloads = new WorkloadMap(Query);
        Access = new AccessNumbers(snapshot, cancellationToken);
        People = new People(Query, Access);
        Scopes = new ScopeNames(Query);
        Rulers = new Rulers(Query, Access, People, Workloads, Scopes);
        Flows = new FlowTable(Query);
        Workloads.Adopt(Flows);
        Doors = new Doors(Query);
        Hosts = new Hosts(Query);
        OpenDoors = new OpenDoors(Query, Doors, Flows);
        Places = new Places(Query, Workloads, Access, People, Flows);
        Nesting = [.. Query.Run("GroupMembers | extend member = tolower(memberId) | join kind=inner (Groups | project member = tolower(id)) on member | project groupId, member | order by groupId asc, member asc")
            .Select(r => (Outer: Access.PrincipalOf(AccessQuery.Text(r[0])), Inner: Access.PrincipalOf(AccessQuery.Text(r[1])))).Where(n => n is { Outer: >= 0, Inner: >= 0 })];
    }

    public AccessQuery Query { get; }

    public Unread Unread { get; }

    public Capabilities Capabilities { get; }

    public WorkloadMap Workloads { get; }

    public AccessNumbers Access { get; }

    public People People { get; }

    public ScopeNames Scopes { get; }

    public Rulers Rulers { get; }

    public FlowTable Flows { get; }

    public Doors Doors { get; }

    public Hosts Hosts { get; }

    public OpenDoors OpenDoors { get; }

    public Places Places { get; }

    /// <summary>Groups that are members of groups.</summary>
    public IReadOnlyList<(int Outer, int Inner)> Nesting { get; }
}
