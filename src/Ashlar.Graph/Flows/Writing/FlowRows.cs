using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Joining;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Writing;

/// <summary>Judges each flow: regions, tenants, class, who writes and who reads, and what of it is not known.</summary>
internal sealed class FlowRows(Ledger ledger, Processing processing, Tenants tenants, Classes classes, Who who, FlowCoverage coverage)
{
    public object?[] Row(JoinedFlow flow)
    {
        var (found, from, to) = (flow.Found, flow.From, flow.To);
        var missing = new List<string>(found.Missing);
        Unseen(from, missing);
        Unseen(to, missing);
        var (fromRegion, toRegion) = (Region(from), found.ToRegion ?? Region(to));
        if ((from.Place is not null && fromRegion.Length == 0) || (to.Place is not null && toRegion.Length == 0))
            Add(missing, "The region of an end was not reported: run the export kit, or az graph query on resources.");
        var (where, unknown) = processing.Of(found, to.Place);
        if (unknown is not null)
            Add(missing, unknown);
        var @class = classes.Of(from);
        var writers = from.Place is { } source ? Writers(source, missing) : default;
        var readers = to.Place is { } sink ? Readers(sink, missing) : default;
        return
        [
            Id(found.Kind, from, to, found.ToRegion),
            found.Kind,
            from.Id, from.Type, to.Id, to.Type,
            JsonSerializer.Serialize(flow.Workloads),
            found.ViaId, found.ViaPath,
            Text(found.Authentication),
            RunsAs(found),
            fromRegion, toRegion, where ?? "",
            CrossesRegion(fromRegion, toRegion, where),
            tenants.Crosses(found, from, to),
            @class?.Name ?? "", @class?.Source ?? "",
            writers.Count, readers.Count, writers.Anyone, readers.Anyone,
            missing.Count == 0, JsonSerializer.Serialize(missing),
        ];
    }

    private (long? Count, bool? Anyone) Writers(Place place, List<string> missing)
    {
        var answer = who.Writers(place);
        // Logs and traces are written by what is observed.
        if (answer is null && Who.IsCounted(place.Type) && place.Type is not (FlowTypes.LogWorkspace or FlowTypes.Component or "microsoft.keyvault/vaults"))
            Add(missing, NotCounted(place));
        return Count(answer, missing);
    }

    private static string NotCounted(Place place) => $"Who can write or read {ResourceIds.Name(place.Id)} was not counted, for no AI workload refers to it: ask ashlar access --who-can.";

    private (long? Count, bool? Anyone) Readers(Place place, List<string> missing)
    {
        var answer = who.Readers(place);
        if (answer is null && Who.IsCounted(place.Type))
            Add(missing, NotCounted(place));
        var (count, anyone) = Count(answer, missing);
        var open = place.Anonymous;
        if (open is null && place.Type == AiTypes.Storage)
        {
            open = ledger.OpenContainers.Contains(place.Key) ? true : coverage.Covered("armresources", StoreFlows.Containers, place.Key) ? false : null;
            if (open is null)
                Add(missing, $"Containers of {ResourceIds.Name(place.Id)} were not read, and one may be open to anybody: run the export kit.");
        }

        return (count, open is true ? true : anyone is true ? true : open is null ? null : anyone);
    }

    private static (long? Count, bool? Anyone) Count(Who.Answer? answer, List<string> missing)
    {
        if (answer is null)
            return (null, null);
        if (!answer.Complete)
        {
            foreach (var sentence in answer.Missing)
                Add(missing, sentence);
        }

        return (answer.Complete ? answer.Count : null, answer.Everyone ? true : answer.Complete ? false : null);
    }

    private static void Unseen(ResolvedEnd end, List<string> missing)
    {
        if (end.Place is not null || end.IsNone || ExternalHosts.IsOutside(end.Key))
            return;
        Add(missing, !end.IsHost ? $"{end.Id} was not read: export its subscription with the export kit."
            : end.IsAzureHost ? $"No resource with the host name {end.Id} was read: export the subscription it stands in with the export kit; it may be of another tenant."
            : $"Who runs {end.Id}, and where, no setting tells: it has to be found out by hand.");
    }

    private string RunsAs(FoundFlow found)
    {
        if (found.RunsAsOf is null || !ledger.Holders.TryGetValue(ResourceIds.Key(found.RunsAsOf), out var identities))
            return "";
        if (found.RunsAsIdentity is { } named)
            return identities.Find(i => i.Identity == ResourceIds.Key(named)).Principal ?? "";
        // Its own identity is used unless a setting names another.
        var own = identities.Find(i => i.Identity.Length == 0).Principal;
        return own ?? (identities.Count == 1 ? identities[0].Principal : "");
    }

    private string Region(ResolvedEnd end)
    {
        if (end.Place is not { } place)
            return "";
        return place.Region.Length > 0 || References.TopLevel(place.Id) is not { } top ? place.Region : ledger.ById(top)?.Region ?? "";
    }

    private static bool? CrossesRegion(string from, string to, string? where)
    {
        if (where is Processing.Global or Processing.DataZone)
            return true;
        if (from.Length == 0 || to.Length == 0 || from == "global" || to == "global")
            return null;
        return from != to ? true : where is null or Processing.Region ? false : null;
    }

    private static string Id(string kind, ResolvedEnd from, ResolvedEnd to, string? region) =>
        "fl-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', kind, from.Key.Length > 0 ? from.Key : from.Type, to.Key, region ?? ""))).AsSpan(0, 8));

    private static string Text(Authentication authentication) => authentication switch
    {
        Authentication.Anonymous => "anonymous",
        Authentication.Key => "key",
        Authentication.Identity => "identity",
        Authentication.None => "none",
        _ => "unknown",
    };

    private static void Add(List<string> missing, string sentence)
    {
        if (!missing.Contains(sentence, StringComparer.Ordinal))
            missing.Add(sentence);
    }
}
