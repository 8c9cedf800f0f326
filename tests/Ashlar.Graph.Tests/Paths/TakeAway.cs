using System.Text.Json.Nodes;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>Takes away of the raw rows what a proof stands on.</summary>
internal static class TakeAway
{
    /// <summary>False: it stands on rows that are worked out, or on what nobody can take away.</summary>
    public static bool From(Rows rows, ToldProof proof)
    {
        if (proof.Table == "Identities")
            return OfIdentity(rows, proof);
        if (proof.Table == "AccessTargets")
            return Keys(rows, proof);
        if (!rows.Tables.TryGetValue(proof.Table, out var list))
            return false;
        if (proof.Path is "properties.oidcIssuerProfile.issuerURL" or "properties.accessPolicies" or "properties.publicAccess" or "properties.allowBlobPublicAccess" || proof.Path.Contains("ubnet", StringComparison.Ordinal))
            return list.Where(r => Is(r["id"], proof.Id)).Select(r => Blank(r, proof.Path)).ToList().Contains(true);
        return list.RemoveAll(r => proof.Table switch
        {
            "GroupMembers" => Is(r["groupId"], proof.Id) && Is(r["memberId"], proof.Value),
            "GroupOwners" => Is(r["groupId"], proof.Id) && Is(r["ownerId"], proof.Value),
            "ApplicationOwners" => Is(r["applicationId"], proof.Id) && Is(r["ownerId"], proof.Value),
            "ServicePrincipalOwners" => Is(r["servicePrincipalId"], proof.Id) && Is(r["ownerId"], proof.Value),
            "NetworkReach" => Is(r["ResourceId"], proof.Id) && Is(r["SourceId"], proof.Value),
            _ => Is(r["id"], proof.Id) || Is(r["FlowId"], proof.Id) || Is(r["ResourceId"], proof.Id),
        }) > 0;
    }

    private static bool OfIdentity(Rows rows, ToldProof proof)
    {
        var id = proof.Id[(proof.Id.LastIndexOf('/') + 1)..];
        var app = rows.Tables.GetValueOrDefault("ServicePrincipals")?.Find(p => Is(p["id"], id))?["appId"]?.GetValue<string>() ?? "";
        switch (proof.Path)
        {
            case "LastSignIn":
                foreach (var user in rows.Tables["Users"].Where(u => Is(u["id"], id)))
                    user["signInActivity"] = null;
                return true;
            case "Credentials":
                foreach (var holder in rows.Tables["Applications"].Where(a => Is(a["appId"], app)).Concat(rows.Tables["ServicePrincipals"].Where(p => Is(p["id"], id))))
                {
                    foreach (var kind in new[] { "passwordCredentials", "keyCredentials" })
                        holder[kind] = holder[kind] is JsonArray all ? new JsonArray([.. all.Where(c => !Is(c!["keyId"], proof.Value)).Select(c => c!.DeepClone())]) : null;
                }

                return true;
            case "Federations":
                return (rows.Tables.GetValueOrDefault("FederatedIdentityCredentials")?.RemoveAll(f => Is(f["subject"], proof.Value)) ?? 0) + (rows.Tables.GetValueOrDefault("armresources")?.RemoveAll(f => Is(f["properties"]?["subject"], proof.Value)) ?? 0) > 0;
            case "Kind":
                return rows.Tables["Users"].Where(u => Is(u["id"], id)).Select(u => u["userType"] = "Member").ToList().Count > 0;
            case "RunsOn":
                return new[] { "resources", "armresources" }.SelectMany(t => rows.Tables.GetValueOrDefault(t) ?? []).Where(r => Is(r["id"], proof.Value)).Select(r => r["identity"] = null).ToList().Count > 0;
            default:
                return false;
        }
    }

    private static bool Keys(Rows rows, ToldProof proof)
    {
        foreach (var row in rows.Tables["resources"].Where(r => Is(r["id"], proof.Id) && r["properties"] is JsonObject))
        {
            row["properties"]!["disableLocalAuth"] = true;
            row["properties"]!["allowSharedKeyAccess"] = false;
            row["properties"]!["adminUserEnabled"] = false;
        }

        return true;
    }

    private static bool Blank(JsonObject row, string path)
    {
        var names = path.Split('.', '[');
        if (row[names[0]] is not JsonObject bag)
            return false;
        bag[names[1]] = path.EndsWith("allowBlobPublicAccess", StringComparison.Ordinal) ? false : null;
        return true;
    }

    private static bool Is(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var found) && found.TrimEnd('/').Equals(text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
