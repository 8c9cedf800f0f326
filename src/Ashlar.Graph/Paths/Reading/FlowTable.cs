using Ashlar.Graph.Access.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>How data moves.</summary>
internal sealed class FlowTable
{
    public FlowTable(AccessQuery query)
    {
        var all = new List<Flow>();
        query.Scan("DataFlows | project FlowId, Kind, FromId, FromType, ToId, ToType, ViaId, ViaPath, Authentication, DataClass, Writers, AnyoneWrites, Complete, Missing, WorkloadIds | order by FlowId asc", row =>
            all.Add(new Flow(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9))
            {
                Writers = row.Long(10),
                AnyoneWrites = row.Bool(11),
                Complete = row.Bool(12) == true,
                Missing = row.Text(13),
                Workloads = row.Text(14),
            }));
        All = all;
        Read = all.Count > 0 || query.Snapshot.IsDerived(FlowTables.DataFlows.Name);
    }

    /// <summary>Ordered by id.</summary>
    public IReadOnlyList<Flow> All { get; }

    /// <summary>False: flows were not derived, and nothing is known of any.</summary>
    public bool Read { get; }
}
