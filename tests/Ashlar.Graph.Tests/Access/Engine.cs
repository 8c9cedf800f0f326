using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Tests.Access.Oracle;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Access;

/// <summary>What the access graph says about a tenant, read from its tables as a user would.</summary>
internal static class Engine
{
    public static Answer Of(Tenant tenant, IReadOnlyList<AccessEdge> edges)
    {
        using var snapshot = Snapshot.FromRows(TenantRows.Of(tenant));
        AccessGraph.Read(snapshot, edges, CancellationToken.None).Write(wide: true);
        var tuples = Rows(snapshot, "EffectiveAccess | distinct PrincipalId, Capability, ResourceId, State, Membership, By")
            .Select(r => new AccessTuple(Text(r[0]), (string)r[1]!, Text(r[2]), (string)r[3]!, (string)r[4]!, (string)r[5]!));
        var counts = Rows(snapshot, "ResourceAccess | project ResourceId, Capability, People, Guests, Applications, ManagedIdentities, Foreign, Unresolved, Conditional, Eligible, ByKeyOnly")
            .Select(r => new AccessCount(Text(r[0]), (string)r[1]!, (long)r[2]!, (long)r[3]!, (long)r[4]!, (long)r[5]!, (long)r[6]!, (long)r[7]!, (long)r[8]!, (long)r[9]!, (long)r[10]!));
        return new Answer(Answer.Best(tuples), counts.ToHashSet());
    }

    private static string Text(object? id) => ((string)id!).ToLowerInvariant();

    private static IReadOnlyList<object?[]> Rows(Snapshot snapshot, string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(compiled.Diagnostics);
        return snapshot.Query(compiled, CancellationToken.None).Rows;
    }
}
