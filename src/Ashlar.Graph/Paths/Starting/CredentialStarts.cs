using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Telling;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Paths.Starting;

/// <summary>Identities that somebody outside is trusted to be, secrets that are old or never change, keys that lie in the settings of apps.</summary>
internal static class CredentialStarts
{
    private static readonly string[] SettingsOf = ["microsoft.web/sites", "microsoft.app/containerapps", "microsoft.app/jobs"];

    public static void Add(List<Start> into, Terrain terrain, GraphMaker maker)
    {
        var now = terrain.Query.Snapshot.Info.AsOf;
        foreach (var person in terrain.People.All.Where(p => p.Enabled != false && maker.Holdings.SetsOf(maker.Holdings.Of(p.Number)).Count > 0))
        {
            if (person.Federations.Length > 0 && DirectoryReader.Items(person.Federations).Select(f => Federation(f, person)).OfType<Start>().MinBy(s => s.Effort) is { } trusted)
                into.Add(trusted with { Nodes = PeopleStarts.Nodes(maker, person), Principal = person.Number, Missing = PeopleStarts.Missing(person) });
            if (person.Credentials.Length > 0 && DirectoryReader.Items(person.Credentials).Select(c => Credential(c, person, now)).OfType<Start>().MinBy(s => s.Effort) is { } held)
                into.Add(held with { Nodes = PeopleStarts.Nodes(maker, person), Principal = person.Number, Missing = PeopleStarts.Missing(person) });
        }

        foreach (var (number, flow) in terrain.Flows.All.Index().Where(i => i.Item is var f && f.Authentication == "key" && f.ViaId.Length > 0 && Array.Exists(SettingsOf, t => Model.ResourceIds.Type(f.ViaId)?.StartsWith(t, StringComparison.Ordinal) == true)))
        {
            var holder = terrain.Places.Of(flow.ViaId, Model.ResourceIds.Type(flow.ViaId)!);
            if (maker.Data.Opened(number, holder) is not { Keys: not "off" } opened || maker.Data.KeysOf(opened).ToList() is not { Count: > 0 } keys)
                continue;
            into.Add(new Start("leakedCredential", keys, 5 + Costs.Of(opened.Keys == "on" ? AccessState.Active : AccessState.Unknown), opened.Keys == "on" ? AccessState.Active : AccessState.Unknown, holder.Id, holder.Name,
                $"The key of {opened.Name} lies in the settings of {holder.Name}, from where keys leak (logs, images, copies of settings).", [new Proof("DataFlows", flow.Id, "Authentication", "key")], [])
            { Missing = Said(flow) });
        }
    }

    private static Start? Federation(JsonElement federation, Person person)
    {
        var (issuer, subject, expression) = (federation.At("issuer").Text() ?? "", federation.At("subject").Text() ?? "", federation.At("expression").Text() ?? "");
        var what = subject.Length > 0 ? subject : expression;
        var wide = federation.At("wildcard").ValueKind == JsonValueKind.True;
        var anyBranch = subject.EndsWith(":pull_request", StringComparison.Ordinal);
        var cluster = issuer.Contains(".oic.prod-aks.azure.com", StringComparison.OrdinalIgnoreCase);
        var (effort, says) = wide ? (3, $"Of what {issuer} names, any subject that matches '{what}' becomes {PeopleStarts.Shown(person)}.")
            : anyBranch ? (3, $"Whoever gets a pull request of that repository to run becomes {PeopleStarts.Shown(person)} ({what}).")
            : cluster ? (7, $"Whoever runs as the service account {what} of the cluster becomes {PeopleStarts.Shown(person)}.")
            : (6, $"{issuer} is trusted: whoever controls '{what}' there becomes {PeopleStarts.Shown(person)}.");
        return issuer.Length == 0 ? null : new Start("federation", [], effort, AccessState.Active, person.ResourceId, PeopleStarts.Shown(person), says, [new Proof("Identities", person.ResourceId, "Federations", what)], []);
    }

    private static Start? Credential(JsonElement credential, Person person, DateTime now)
    {
        var (start, end) = (Time(credential.At("start")), Time(credential.At("end")));
        if (end <= now || credential.At("kind").Text() is not { } kind)
            return null;
        var proof = new Proof("Identities", person.ResourceId, "Credentials", credential.At("keyId").Text() ?? "");
        if (kind == "secret" && (end is null || (end - start)?.TotalDays > Thresholds.NeverRotatedDays))
            return new Start("leakedCredential", [], 4, AccessState.Active, person.ResourceId, PeopleStarts.Shown(person), $"A secret of {PeopleStarts.Shown(person)} is valid {(end is null ? "without end" : "until " + PeopleStarts.Day(end.Value))} and is never changed: wherever it leaked, it still works.", [proof], []);
        if (start is { } made && (now - made).TotalDays > Thresholds.OldDays)
            return new Start("staleCredential", [], 5, AccessState.Active, person.ResourceId, PeopleStarts.Shown(person), $"A {kind} of {PeopleStarts.Shown(person)} is in use since {PeopleStarts.Day(made)}.", [proof], []);
        return null;
    }

    private static List<string> Said(Flow flow) => flow.Complete ? [] : JsonSerializer.Deserialize<List<string>>(flow.Missing)!;

    private static DateTime? Time(JsonElement value) =>
        DateTime.TryParse(value.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
