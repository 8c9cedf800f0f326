using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Workloads on the page, those with the most severe failures first.</summary>
internal static class HtmlWorkloads
{
    public static void Write(Utf8JsonWriter json, ReportHeader header, WorkloadCounts[] counts)
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
            Write(json, workloads[index], index, counts[index], of[workloads[index].Id], pictures);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AiWorkload workload, int index, WorkloadCounts counts, IEnumerable<WorkloadAccess> access, WorkloadPictures pictures)
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
            Write(json, model);
        json.WriteEndArray();
        json.WriteStartArray("runAs");
        foreach (var runAs in workload.RunAs.Take(HtmlCaps.Members))
        {
            json.WriteStartObject();
            json.WriteString("holder", runAs.HolderId);
            if (runAs.IdentityId is not null)
                json.WriteString("identity", runAs.IdentityId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("access");
        foreach (var row in access)
        {
            json.WriteStartObject();
            json.WriteString("can", row.Capability);
            json.WriteString("title", row.Title);
            json.WriteString("who", AccessWords.Of(row));
            if (AccessWords.Later(row) is { } later)
                json.WriteString("later", later);
            json.WriteBoolean("complete", row.Complete);
            ReportJson.Array(json, "missing", row.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("members");
        foreach (var member in workload.Members.Take(HtmlCaps.Members))
            Write(json, member);
        json.WriteEndArray();
        json.WriteNumber("moreMembers", Math.Max(0, workload.Members.Count - HtmlCaps.Members));
        HtmlWorkloadPicture.Write(json, pictures, index);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AiModel model)
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

    private static void Write(Utf8JsonWriter json, AiWorkloadMember member)
    {
        json.WriteStartObject();
        json.WriteString("id", member.ResourceId);
        json.WriteString("type", member.Type);
        json.WriteString("role", member.Role.Name());
        json.WriteString("via", member.Via);
        if (member.ReferredBy is not null)
            json.WriteString("by", member.ReferredBy);
        json.WriteBoolean("shared", member.Shared);
        json.WriteBoolean("seen", member.Seen);
        json.WriteEndObject();
    }
}
