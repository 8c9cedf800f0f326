using System.Text.Json;
using Ashlar.Cli.Rules;
using Ashlar.Model;

namespace Ashlar.Cli.Access;

/// <summary>Roads as a person reads them.</summary>
internal static class AccessText
{
    public static async Task WhoCanAsync(TextWriter writer, string title, (string Id, string Type) resource, IReadOnlyList<Road> roads, (bool Complete, IReadOnlyList<string> Missing) seen, IReadOnlyList<string> closed, int top, Func<IEnumerable<string>, GroupPaths> paths)
    {
        await writer.WriteLineAsync($"{title}: {Name(resource.Id)}  ({DiagnosticText.Printable(resource.Type)})");
        var byPrincipal = roads.GroupBy(r => r.PrincipalId, StringComparer.Ordinal).Select(g => g.OrderBy(r => r.Rank).ThenBy(r => r.Membership, StringComparer.Ordinal).ThenBy(r => r.AssignmentIds, StringComparer.Ordinal).ToList())
            .OrderBy(g => g[0].Rank).ThenBy(g => g[0].PrincipalKind, StringComparer.Ordinal).ThenBy(g => g[0].PrincipalName, StringComparer.OrdinalIgnoreCase).ThenBy(g => g[0].PrincipalId, StringComparer.Ordinal).ToList();
        await writer.WriteLineAsync("  " + Counts(byPrincipal));
        foreach (var guard in closed)
            await writer.WriteLineAsync($"  A setting closes a road that would be open if: {DiagnosticText.Printable(guard)}");
        await MissingAsync(writer, seen);
        var shown = byPrincipal.Take(top).ToList();
        var groups = paths(shown.SelectMany(g => g).Where(r => r.ViaGroupId.Length > 0).Select(r => r.PrincipalId));
        foreach (var principal in shown)
        {
            await writer.WriteLineAsync();
            var first = principal[0];
            await writer.WriteLineAsync($"  {Word(first.PrincipalKind)} {Shown(first)}  {first.State}");
            foreach (var road in principal)
                await writer.WriteLineAsync("    " + Proof(road, groups));
        }

        if (byPrincipal.Count > shown.Count)
            await writer.WriteLineAsync($"\n  {byPrincipal.Count - shown.Count} more; --top {byPrincipal.Count} shows them.");
    }

    public static async Task WhatCanAsync(TextWriter writer, (string Id, string Name, string Kind) principal, IReadOnlyList<Road> roads, (bool Complete, IReadOnlyList<string> Missing) seen, int top, Func<IEnumerable<string>, GroupPaths> paths)
    {
        await writer.WriteLineAsync($"What {Word(principal.Kind)} {DiagnosticText.Printable(principal.Name.Length > 0 ? principal.Name : principal.Id)} can do  ({principal.Id})");
        var byResource = roads.GroupBy(r => ResourceIds.Key(r.ResourceId), StringComparer.Ordinal).OrderBy(g => g.First().ResourceType, StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        await writer.WriteLineAsync(roads.Count == 0 ? "  nothing that an edge of content/edges speaks of, in what was read." : $"  {roads.Select(r => r.Capability).Distinct(StringComparer.Ordinal).Count()} capabilities on {byResource.Count} resources");
        await MissingAsync(writer, seen);
        var groups = paths(roads.Any(r => r.ViaGroupId.Length > 0) ? [principal.Id] : []);
        foreach (var resource in byResource.Take(top))
        {
            await writer.WriteLineAsync($"\n  {Name(resource.First().ResourceId)}  ({resource.First().ResourceType})");
            foreach (var capability in resource.GroupBy(r => r.Capability, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var best = capability.OrderBy(r => r.Rank).ThenBy(r => r.Membership, StringComparer.Ordinal).ThenBy(r => r.AssignmentIds, StringComparer.Ordinal).First();
                await writer.WriteLineAsync($"    {capability.Key,-18} {best.State,-12} {Proof(best, groups)}");
            }
        }

        if (byResource.Count > top)
            await writer.WriteLineAsync($"\n  {byResource.Count - top} more resources; --top {byResource.Count} shows them.");
    }

    private static string Counts(List<List<Road>> principals)
    {
        var people = principals.Where(p => p[0].PrincipalKind != "group").ToList();
        string Of(string state) => people.Count(p => p[0].State == state).ToString();
        if (principals.Count == 0)
            return "nobody, in what was read.";
        var kinds = people.Where(p => p[0].State == "active").GroupBy(p => p[0].PrincipalKind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {Plural(g.Key, g.Count())}");
        var now = string.Join(", ", kinds);
        return $"now: {(now.Length == 0 ? "nobody" : now)}; conditional: {Of("conditional")}; after activation: {Of("eligible")}; not known: {Of("unknown")}";
    }

    private static async Task MissingAsync(TextWriter writer, (bool Complete, IReadOnlyList<string> Missing) seen)
    {
        if (!seen.Complete)
            await writer.WriteLineAsync("  There may be more: not everything that bears on it was read.");
        foreach (var missing in seen.Missing)
            await writer.WriteLineAsync("  - " + DiagnosticText.Printable(missing));
    }

    private static string Proof(Road road, GroupPaths groups)
    {
        var via = road.ViaGroupId.Length == 0 ? "" : "member of " + string.Join(" < ", groups.Of(road.PrincipalId, road.ViaGroupId).Select(DiagnosticText.Printable)) + "; ";
        var by = road.By switch
        {
            "key" => "by key, through ",
            "accessPolicy" or "ownership" => "",
            "permission" => "application permission ",
            "directoryRole" => "directory role ",
            "delegation" => "Lighthouse: ",
            _ => "",
        };
        var condition = road.Condition.Length == 0 ? "" : "; if " + DiagnosticText.Printable(road.Condition);
        var ids = string.Join(", ", (JsonSerializer.Deserialize<List<string>>(road.AssignmentIds) ?? []).Select(ResourceIds.Name));
        return $"{via}{by}{DiagnosticText.Printable(road.Role)} at {Short(road.Scope)}: {DiagnosticText.Printable(road.Action)}  [{DiagnosticText.Printable(ids)}]{condition}";
    }

    private static string Shown(Road road) => DiagnosticText.Printable(road.PrincipalName.Length > 0 ? $"{road.PrincipalName} ({road.PrincipalId})" : road.PrincipalId);

    private static string Name(string id) => DiagnosticText.Printable(ResourceIds.Name(id));

    private static string Short(string scope) => DiagnosticText.Printable(scope is "/" or "" ? "/" : scope.Replace("/providers/Microsoft.Management/managementGroups/", "management group ", StringComparison.OrdinalIgnoreCase));

    private static string Word(string kind) => kind switch
    {
        "user" => "person",
        "managedIdentity" => "managed identity",
        "foreignApplication" => "other tenant's application",
        "deleted" => "deleted principal",
        "unknown" => "principal that was not read",
        _ => kind,
    };

    private static string Plural(string kind, int count) => count == 1 ? Word(kind) : kind switch
    {
        "user" => "people",
        "managedIdentity" => "managed identities",
        "foreignApplication" => "other tenants' applications",
        "deleted" => "deleted principals",
        "unknown" => "principals that were not read",
        _ => kind + "s",
    };
}
