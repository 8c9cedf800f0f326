using Ashlar.Content;
using Ashlar.Graph.Access.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Proving;

/// <summary>Runs the assertions of all edges through the access graph itself.</summary>
public static class EdgeProofs
{
    public static IReadOnlyList<EdgeProof> Run(IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var all = edges.SelectMany(e => e.Assertions.Select(a => (Edge: e, Assertion: a))).ToList();
        if (all.Count == 0)
            return [.. edges.Select(e => new EdgeProof(e, 0, []))];
        using var snapshot = Snapshot.FromRows(new AssertionTenant([.. all.Select(a => a.Assertion)]).Tables);
        AccessGraph.Derive(snapshot, edges, cancellationToken);
        var rows = new AccessQuery(snapshot, cancellationToken).Run("EffectiveAccess | project PrincipalId, Capability, ResourceId, State, By")
            .ToLookup(r => (AccessQuery.Text(r[0]), AccessQuery.Text(r[1]), ResourceIds.Key(AccessQuery.Text(r[2]))), r => (State: AccessQuery.Text(r[3]), By: AccessQuery.Text(r[4])));
        var wrong = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        foreach (var (index, (edge, assertion)) in all.Index())
        {
            var found = rows[(AssertionTenant.Principal(index), edge.Id, ResourceIds.Key(AssertionTenant.Target(index, assertion)))]
                .Where(r => assertion.By is null || r.By == "key" == (assertion.By == EdgeRoad.Key)).Select(r => r.State).ToList();
            var answer = Answer(found);
            if (answer == assertion.Can)
                continue;
            if (!wrong.TryGetValue(edge.Id, out var list))
                wrong[edge.Id] = list = [];
            list.Add(new Diagnostic(LintCodes.EdgeProof, DiagnosticLevel.Error, $"'{assertion.Because}' should be {Word(assertion.Can)} and is {Word(answer)}. Correct the actions of the edge, or the assertion.", edge.File, assertion.Line, 1));
        }

        return [.. edges.Select(e => new EdgeProof(e, e.Assertions.Count, wrong.GetValueOrDefault(e.Id, [])))];
    }

    private static EdgeAnswer Answer(List<string> states) =>
        states.Contains("active") ? EdgeAnswer.Yes
        : states.Contains("conditional") ? EdgeAnswer.Conditional
        : states.Count > 0 ? EdgeAnswer.Unknown
        : EdgeAnswer.No;

    private static string Word(EdgeAnswer answer) => answer.ToString().ToLowerInvariant();
}
