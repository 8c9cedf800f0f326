using Ashlar.Content;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Joining;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Flows.Writing;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Flows;

/// <summary>Derives how data moves through AI workloads: the table <c>DataFlows</c>.</summary>
/// <remarks>Kinds of flow, what each rests on and what is not evaluated: docs/flows.md.</remarks>
public static class DataFlows
{
    /// <summary>Name of the setting that gives classes to resources.</summary>
    public const string ClassesSetting = "dataClasses";

    /// <summary>Raised when the same snapshot gives other rows.</summary>
    private const string Version = "flows 1";

    /// <summary>True when the table was derived by this version, whatever was decided about classes then.</summary>
    public static bool IsDerived(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.IsDerived(FlowTables.DataFlows.Name, Version);
    }

    /// <summary>Reads <c>AiWorkloadResources</c>, <c>ResourceAccess</c> and <c>EffectiveAccess</c>, which have to be derived before.</summary>
    public static void Derive(Snapshot snapshot, Settings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(settings);
        var query = new AccessQuery(snapshot, cancellationToken);
        var owners = new Owners(query);
        snapshot.WriteDerived(FlowTables.DataFlows, owners.Any ? Rows(query, owners, settings) : [], Version);
    }

    private static IEnumerable<object?[]> Rows(AccessQuery query, Owners owners, Settings settings)
    {
        var reader = new FlowReader(query);
        var ledger = reader.Read();
        var coverage = new FlowCoverage(query.Snapshot);
        RoleFlows.Find(query, ledger, owners);
        Unread.Add(ledger, owners, coverage);
        reader.ReadEnds();
        var flows = FlowJoin.Join(ledger, owners);
        var rows = new FlowRows(ledger, new Processing(ledger, coverage), new Tenants(query, coverage), new Classes(ledger, settings.Values.GetValueOrDefault(ClassesSetting) ?? []), new Who(query), coverage);
        return flows.Select(rows.Row);
    }
}
