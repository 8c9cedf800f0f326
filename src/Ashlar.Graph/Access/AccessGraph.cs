using System.Security.Cryptography;
using System.Text;
using Ashlar.Content;
using Ashlar.Graph.Access.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access;

/// <summary>Derives who can do what: the tables <c>EffectiveAccess</c>, <c>ResourceAccess</c>, <c>KeyHolders</c> and <c>Identities</c>.</summary>
/// <remarks>
/// Access stays factored: a set of principals, a scope, a set of rules. Nothing is made for each principal and resource; the
/// tables that show it so are views. Semantics and their sources: docs/access.md.
/// </remarks>
public static class AccessGraph
{
    /// <summary>Raised when the same edges give other tables.</summary>
    private const int Version = 4;

    /// <summary>True when the tables of a snapshot were derived by these very edges and this version of the graph.</summary>
    public static bool IsDerived(Snapshot snapshot, IReadOnlyList<AccessEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.IsDerived(AccessTables.EffectiveAccess.Name, Stamp(edges));
    }

    /// <summary>Reads everything but workloads, and puts together who holds what: it can run beside what derives them.</summary>
    public static AccessReading Read(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(edges);
        return new AccessReading(new AccessQuery(snapshot, cancellationToken), edges, Stamp(edges));
    }

    /// <summary>Reads <c>AiWorkloads</c>, which has to be derived before.</summary>
    /// <returns>Who can do what to each workload, ordered by workload and capability.</returns>
    public static IReadOnlyList<WorkloadAccess> Derive(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken) => Read(snapshot, edges, cancellationToken).Write();

    internal static string Stamp(IReadOnlyList<AccessEdge> edges)
    {
        var text = new StringBuilder().Append(Version);
        foreach (var edge in edges)
        {
            text.Append('\n').Append(edge.Id);
            foreach (var on in edge.On)
            {
                text.Append('\n').AppendJoin('|', [on.Type, on.When ?? "", on.By.ToString(), on.Owner.ToString()]);
                foreach (var list in new[] { on.Need.Actions, on.Need.Data, on.And?.Actions ?? [], on.And?.Data ?? [], on.Anywhere?.Actions ?? [], on.Anywhere?.Data ?? [], on.AccessPolicy, on.Directory, on.Roles, on.Permissions })
                    text.Append('|').AppendJoin(',', list);
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
