using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Graph.Tests.Access;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>Proves a step alone: looks each of its proofs up in the tables, and asks whether together they say what the step says. It knows nothing of the engine.</summary>
internal sealed class ProofChecker
{
    private static readonly string[] Ids = ["id", "ResourceId", "FlowId"];
    private readonly Dictionary<string, List<JsonObject>> _tables;

    public ProofChecker(Rows rows, Snapshot snapshot)
    {
        _tables = new(rows.Tables);
        foreach (var name in new[] { "Identities", "AccessTargets" })
        {
            var table = TableCatalogue.Find(name)!;
            _tables[name] = [.. Rows.Ask(snapshot, $"{name} | project {string.Join(", ", table.Columns.Select(c => $"{c.Name} = tostring({c.Name})"))}").Select(r => new JsonObject(table.Columns.Select((c, i) => KeyValuePair.Create(c.Name, (JsonNode?)(r[i] as string)))))];
        }
    }

    /// <summary>Null: the step stands. Else what is wrong with it.</summary>
    /// <param name="before">Who may give access has given it to himself.</param>
    public string? Wrong(ToldStep step, IEnumerable<ToldStep> before)
    {
        if (step.Proofs.Count == 0)
            return "no proof";
        foreach (var proof in step.Proofs)
        {
            if (Find(proof) is null)
                return $"not found: {proof}";
        }

        return step.Capability.Length == 0 || !step.Proofs.Any(IsAssignment) ? null : WrongAssignment(step, step.Step != "grant-access" && before.Any(b => b.Step == "grant-access" && b.To == step.To && b.Proofs.All(step.Proofs.Contains)) ? "grant-access" : step.Step == "read-keys" ? "" : step.Capability);
    }

    /// <summary>The row that a proof names, with the value that it says.</summary>
    public JsonObject? Find(ToldProof proof) => (_tables.GetValueOrDefault(proof.Table) ?? []).Find(row => proof.Table switch
    {
        "GroupMembers" => Same(row["groupId"], proof.Id) && Same(row["memberId"], proof.Value),
        "GroupEligibilities" => Same(row["groupId"], proof.Id) && Same(row["principalId"], proof.Value),
        "GroupOwners" => Same(row["groupId"], proof.Id) && Same(row["ownerId"], proof.Value),
        "ApplicationOwners" => Same(row["applicationId"], proof.Id) && Same(row["ownerId"], proof.Value),
        "ServicePrincipalOwners" => Same(row["servicePrincipalId"], proof.Id) && Same(row["ownerId"], proof.Value),
        "NetworkReach" => Same(row["ResourceId"], proof.Id) && Same(row["SourceId"], proof.Value),
        _ => Ids.Any(id => Same(row[id], proof.Id)) && Says(row, proof),
    });

    private string? WrongAssignment(ToldStep step, string capability)
    {
        var chain = step.Proofs.Where(p => p.Table is "GroupMembers" or "GroupEligibilities").ToList();
        var holder = ResourceIds.Name(step.From).ToLowerInvariant();
        foreach (var link in chain)
        {
            if (!Same(link.Value, holder))
                return $"the chain of groups breaks at {link}";
            holder = link.Id.ToLowerInvariant();
        }

        foreach (var proof in step.Proofs.Where(IsAssignment))
        {
            var assignment = Find(proof)!["properties"]!;
            if (!Same(assignment["principalId"], holder))
                return $"{proof.Id} is not of {holder}";
            if (!ResourceIds.Covers(assignment["scope"]?.GetValue<string>() ?? "", step.To) && !(assignment["scope"]?.GetValue<string>() ?? "").Contains("managementGroups", StringComparison.OrdinalIgnoreCase))
                return $"{proof.Id} does not cover {step.To}";
            if (step.Proofs.Count(IsAssignment) == 1 && !Grants(assignment["roleDefinitionId"]!.GetValue<string>(), step.ToType, capability))
                return $"the role of {proof.Id} does not give {step.Capability} on {step.ToType}";
        }

        return null;
    }

    // A key gives what the edges say of keys: any of them.
    private bool Grants(string roleId, string type, string capability)
    {
        var role = _tables["authorizationresources"].Find(r => Same(r["id"], roleId))!["properties"]!;
        var wanted = ShippedEdges.All.Value.Where(e => capability.Length == 0 || e.Id == capability).SelectMany(e => e.On).Where(o => o.Type == type).ToList();
        return role["permissions"]!.AsArray().Any(entry =>
            wanted.Any(w => w.Need.Actions.Any(a => Matches(entry!["actions"], a) && !Matches(entry["notActions"], a)) || w.Need.Data.Any(a => Matches(entry!["dataActions"], a) && !Matches(entry["notDataActions"], a))));
    }

    private static bool Matches(JsonNode? patterns, string action) =>
        patterns is JsonArray list && list.Any(p => Regex.IsMatch(action, "^" + Regex.Escape(p!.GetValue<string>()).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.IgnoreCase));

    private static bool IsAssignment(ToldProof proof) => proof is { Table: "authorizationresources", Path: "properties.principalId" } || proof is { Table: "armresources", Path: "properties.principalId" } && proof.Id.Contains("/roleAssignments/", StringComparison.OrdinalIgnoreCase);

    private static bool Says(JsonObject row, ToldProof proof)
    {
        JsonNode? at = row;
        foreach (var name in proof.Path.Split('.'))
        {
            var bracket = name.IndexOf('[', StringComparison.Ordinal);
            at = at is JsonObject bag ? bag.FirstOrDefault(p => p.Key.Equals(bracket < 0 ? name : name[..bracket], StringComparison.OrdinalIgnoreCase)).Value : null;
            if (bracket >= 0)
                at = at is JsonArray list ? list[int.Parse(name[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture)] : null;
        }

        var text = at is null ? "" : at.GetValueKind() == JsonValueKind.String ? at.GetValue<string>() : at.ToJsonString();
        return text.Contains(proof.Value, StringComparison.OrdinalIgnoreCase) || text.Contains(JsonSerializer.Serialize(proof.Value).Trim('"'), StringComparison.OrdinalIgnoreCase);
    }

    private static bool Same(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var found) && found.TrimEnd('/').Equals(text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
