using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>Where a finding stands: from where its resource can be reached, and what falls with the AI workload or identity it belongs to. Moves severities by <c>severity.yaml</c>.</summary>
/// <remarks>A child resource is reached as the nearest resource above it that has a door. What is not known moves nothing.</remarks>
internal sealed class SeverityContext
{
    // From the widest to the narrowest. A door that is not known hides what is narrower, and fits no step itself.
    private static readonly string[] Inbound = ["internet", "azure", "unknown", "corporate", "network", "nowhere"];
    private static readonly string[] Levels = ["critical", "high", "medium", "low"];

    private readonly SeverityTable _table;
    private readonly Dictionary<string, string> _exposure = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _blastRadius = new(StringComparer.Ordinal);

    private SeverityContext(SeverityTable table) => _table = table;

    public static SeverityContext Read(Snapshot snapshot, SeverityTable table, CancellationToken cancellationToken)
    {
        var context = new SeverityContext(table);
        if (table.Steps.Count == 0)
        {
            return context;
        }

        foreach (var row in Ask("Exposure | project ResourceId, Inbound, AtLeast, Certain = Complete == true and array_length(Behind) == 0 and array_length(Bypass) == 0"))
        {
            // What stands behind a gateway, or is passed by by somebody, is reached in another way than its own door says.
            var inbound = row[1] as string;
            inbound = inbound is "unknown" && row[2] is ("internet" or "azure") ? (string)row[2]! : inbound is "network" or "nowhere" && row[3] is not true ? "unknown" : inbound;
            Widest(context._exposure, (string)row[0]!, inbound, Inbound);
        }

        var workloads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Ask("BlastRadius | project SubjectId, SubjectKind, Level, Complete"))
        {
            // What was not seen could only make it worse.
            if (row[2] is string level && (row[3] is true || level is "critical" or "high"))
            {
                Widest(row[1] is "workload" ? workloads : context._blastRadius, (string)row[0]!, level, Levels);
            }
        }

        foreach (var row in Ask("AiWorkloadResources | where not(Shared) | project ResourceId, WorkloadId"))
        {
            Widest(context._blastRadius, (string)row[0]!, workloads.GetValueOrDefault(ResourceIds.Key((string)row[1]!)), Levels);
        }

        return context;

        IEnumerable<object?[]> Ask(string kql)
        {
            var query = KqlCompiler.Compile(kql, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
            return snapshot.Query(query, new KqlBudget(5_000_000, TimeSpan.FromMinutes(10)), cancellationToken).Rows;
        }
    }

    /// <summary>Only what fails or may fail is weighed.</summary>
    public ControlResult Weigh(ControlResult result) => _table.Steps.Count == 0 ? result : result with { Findings = [.. result.Findings.Select(Weigh)] };

    private Finding Weigh(Finding finding)
    {
        if (finding.Verdict is not (Verdict.Fail or Verdict.Unknown))
        {
            return finding;
        }

        var key = ResourceIds.Key(finding.ResourceId);
        var (severity, reasons) = _table.InContext(finding.SeverityBase, Above(_exposure, key), Above(_blastRadius, key));
        return reasons.Count == 0 ? finding : finding with { Severity = severity, SeverityReasons = reasons };
    }

    private static string? Above(Dictionary<string, string> values, string key)
    {
        // A child is two segments longer than its parent; above a resource there is no door.
        while (key.Length > 0)
        {
            if (values.TryGetValue(key, out var value))
            {
                return value;
            }

            var last = key.LastIndexOf('/');
            key = last <= 0 ? "" : key[..last];
        }

        return null;
    }

    private static void Widest(Dictionary<string, string> values, string id, string? value, string[] order)
    {
        var key = ResourceIds.Key(id);
        if (value is not null && Array.IndexOf(order, value) is >= 0 and var rank && (!values.TryGetValue(key, out var known) || rank < Array.IndexOf(order, known)))
        {
            values[key] = value;
        }
    }
}
