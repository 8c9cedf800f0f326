using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>One control on the page: all of its counts, and the findings that have room.</summary>
internal static class HtmlControl
{
    public static void Write(Utf8JsonWriter json, ControlResult result, ControlTally tally, WorkloadIndex index, WorkloadCounts[] counts, HtmlResources resources, HtmlTexts texts)
    {
        var fails = new List<(Finding Finding, int[] Workloads)>();
        var unknowns = new List<(Finding Finding, int[] Workloads)>();
        var bySeverity = new int[5];
        var byWorkload = new SortedDictionary<int, (int Fail, int Unknown)>();
        foreach (var finding in result.Findings)
        {
            if (finding.Verdict is Verdict.Pass or Verdict.NotApplicable)
                continue;
            var workloads = index.Of(finding.ResourceId);
            var failed = finding.Verdict == Verdict.Fail;
            if (failed)
                bySeverity[(int)finding.Severity]++;
            foreach (var workload in workloads)
            {
                var before = byWorkload.GetValueOrDefault(workload);
                if (failed)
                    counts[workload].FailBySeverity[(int)finding.Severity]++;
                else if (finding.Verdict == Verdict.Unknown)
                    counts[workload].Unknown++;
                byWorkload[workload] = failed ? (before.Fail + 1, before.Unknown) : finding.Verdict == Verdict.Unknown ? (before.Fail, before.Unknown + 1) : before;
            }

            (failed ? fails : unknowns).Add((finding, workloads));
        }

        json.WriteStartObject();
        About(json, result.Control);
        json.WriteNumber("pass", tally.Pass);
        json.WriteNumber("fail", tally.Fail);
        json.WriteNumber("unknown", tally.Unknown);
        json.WriteNumber("notApplicable", tally.NotApplicable);
        json.WriteNumber("manual", tally.Manual);
        json.WriteNumber("worst", (int?)tally.WorstFail ?? -1);
        if (tally.Counted < tally.Fail)
            json.WriteNumber("counted", tally.Counted);
        json.WriteStartArray("failBySeverity");
        foreach (var count in bySeverity)
            json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteStartArray("byWorkload");
        foreach (var (workload, (fail, unknown)) in byWorkload)
        {
            json.WriteStartArray();
            json.WriteNumberValue(workload);
            json.WriteNumberValue(fail);
            json.WriteNumberValue(unknown);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("leftFail", Math.Max(0, fails.Count - HtmlCaps.Fails));
        json.WriteNumber("leftUnknown", Math.Max(0, unknowns.Count - HtmlCaps.Unknowns));
        json.WriteStartArray("findings");
        foreach (var (finding, workloads) in First(fails, HtmlCaps.Fails).Concat(First(unknowns, HtmlCaps.Unknowns)))
            HtmlFinding.Write(json, finding, workloads, resources, texts);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What counts first, then most severe first, those in an AI workload before the others, else in the order of the control.
    private static IEnumerable<(Finding Finding, int[] Workloads)> First(List<(Finding Finding, int[] Workloads)> findings, int most) =>
        findings.OrderByDescending(f => f.Finding.Counts).ThenByDescending(f => f.Finding.Severity).ThenBy(f => f.Workloads.Length == 0).Take(most);

    private static void About(Utf8JsonWriter json, Control control)
    {
        json.WriteString("id", control.Id);
        json.WriteString("area", control.Area);
        json.WriteString("title", control.Title);
        json.WriteString("why", control.Why.Trim());
        json.WriteNumber("severity", (int)control.Severity);
        json.WriteString("discipline", control.Discipline.Name());
        json.WriteStartObject("fix");
        json.WriteString("summary", control.Fix.Summary.Trim());
        json.WriteString("breaks", control.Fix.Breaks?.Trim());
        json.WriteString("az", control.Fix.Az);
        json.WriteString("bicep", control.Fix.Bicep);
        json.WriteString("terraform", control.Fix.Terraform);
        json.WriteStartObject("choices");
        foreach (var (choice, example) in control.Fix.Choices.OrderBy(c => c.Key, StringComparer.Ordinal))
            json.WriteString(choice, example);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("frameworks");
        foreach (var (framework, ids) in control.Frameworks.OrderBy(f => f.Key, StringComparer.Ordinal))
            ReportJson.Array(json, framework, ids);
        json.WriteEndObject();
        ReportJson.Array(json, "peers", control.Peers);
        ReportJson.Array(json, "references", control.References);
        json.WriteString("limits", control.Limits?.Trim());
    }
}
