using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Workloads on the page, those with the most severe failures first.</summary>
internal sealed class HtmlWorkloads(Utf8JsonWriter json, HtmlTexts texts)
{
    public void Write(ReportHeader header, WorkloadCounts[] counts)
    {
        var workloads = header.Workloads;
        json.WriteNumber("workloadCount", workloads.Count);
        json.WriteNumber("workloadsAtRisk", counts.Count(c => c.Fail > 0));
        var order = Enumerable.Range(0, workloads.Count).ToArray();
        Array.Sort(order, (left, right) => WorkloadCounts.ByUrgency(counts[left], counts[right]) is var by and not 0 ? by : left.CompareTo(right));
        var of = header.Access.ToLookup(a => a.WorkloadId, StringComparer.Ordinal);
        var pictures = new WorkloadPictures(workloads, header.Picture);
        json.WriteStartArray("workloads");
        foreach (var index in order.Take(HtmlCaps.Workloads))
            Write(workloads[index], index, counts[index], of[workloads[index].Id], pictures);
        json.WriteEndArray();
    }

    private void Write(AiWorkload workload, int index, WorkloadCounts counts, IEnumerable<WorkloadAccess> access, WorkloadPictures pictures)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("id", workload.Id);
        json.WriteString("name", workload.Name);
        if (workload.Environment is not null)
            json.WriteString("environment", workload.Environment);
        ReportJson.Array(json, "subscriptions", workload.SubscriptionIds);
        ReportJson.Array(json, "locations", workload.Locations);
        ReportJson.Array(json, "owners", workload.Owners);
        json.WriteStartArray("failBySeverity");
        foreach (var count in counts.FailBySeverity)
            json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteNumber("unknown", counts.Unknown);
        json.WriteStartArray("models");
        foreach (var model in workload.Models.Take(HtmlCaps.Models))
            Write(model);
        json.WriteEndArray();
        json.WriteStartArray("runAs");
        foreach (var runAs in workload.RunAs.Take(HtmlCaps.Members))
        {
            json.WriteStartArray();
            Texts(runAs.HolderId, runAs.IdentityId ?? "");
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("access");
        foreach (var row in access)
            Write(row);
        json.WriteEndArray();
        json.WriteStartArray("members");
        foreach (var member in workload.Members.Take(HtmlCaps.Members))
            Write(member);
        json.WriteEndArray();
        json.WriteNumber("moreMembers", Math.Max(0, workload.Members.Count - HtmlCaps.Members));
        HtmlWorkloadPicture.Write(json, texts, pictures, index);
        json.WriteEndObject();
    }

    private void Write(AiModel model)
    {
        json.WriteStartObject();
        json.WriteString("id", model.DeploymentId);
        json.WriteString("model", model.Model);
        json.WriteString("version", model.Version);
        json.WriteString("filter", model.Filter.Name());
        json.WriteString("policy", model.FilterPolicy);
        ReportJson.Array(json, "detail", model.FilterDetail);
        json.WriteEndObject();
    }

    // can, title, who, later; complete; missing
    private void Write(WorkloadAccess row)
    {
        json.WriteStartArray();
        Texts(row.Capability, row.Title, AccessWords.Of(row), AccessWords.Later(row) ?? "");
        json.WriteNumberValue(row.Complete ? 1 : 0);
        json.WriteStartArray();
        Texts([.. row.Missing]);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    // id, type, role, via, by; shared, seen
    private void Write(AiWorkloadMember member)
    {
        json.WriteStartArray();
        Texts(member.ResourceId, member.Type, member.Role.Name(), member.Via, member.ReferredBy ?? "");
        json.WriteNumberValue(member.Shared ? 1 : 0);
        json.WriteNumberValue(member.Seen ? 1 : 0);
        json.WriteEndArray();
    }

    private void Texts(params ReadOnlySpan<string> row)
    {
        foreach (var text in row)
            json.WriteNumberValue(texts.IndexOf(text));
    }
}
