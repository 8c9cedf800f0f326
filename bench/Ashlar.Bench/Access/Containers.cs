namespace Ashlar.Bench.Access;

/// <summary>Management groups four levels deep, subscriptions, resource groups.</summary>
internal sealed class Containers(Estate estate)
{
    public static string Root => ManagementGroup(Placement.Tenant);

    /// <summary>Groups of the fourth level.</summary>
    public int Corporate => 2 + (estate.Subscriptions / 10);

    /// <summary>Every management group below the root.</summary>
    public IReadOnlyList<string> Names => ["bench", "platform", "landingzones", "sandbox", .. Enumerable.Range(0, Corporate).Select(n => $"corp-{n:d3}")];

    public static string ManagementGroup(string name) => $"/providers/Microsoft.Management/managementGroups/{name}";

    public void Write(ExportFolder folder)
    {
        using var rows = folder.Open("resourcecontainers", "", "arg/resourcecontainers.ndjson");
        foreach (var name in (IEnumerable<string>)[Placement.Tenant, .. Names])
        {
            var parents = Above(name);
            var chain = Chain(parents);
            var parent = parents.Count == 0 ? "null" : $$"""{"id":"{{ManagementGroup(parents[0])}}","name":"{{parents[0]}}","displayName":"{{parents[0]}}"}""";
            Row(rows, ManagementGroup(name), name, "microsoft.management/managementgroups", "", "", $$"""{"displayName":"{{name}}","tenantId":"{{Placement.Tenant}}","details":{"parent":{{parent}},"managementGroupAncestorsChain":[{{chain}}]} }""");
        }

        for (var number = 0; number < estate.Subscriptions; number++)
        {
            var id = Placement.SubscriptionId(number);
            var group = number switch { 0 => "platform", _ when number % 17 == 16 => "sandbox", _ => $"corp-{number % Corporate:d3}" };
            var properties = $$"""{"state":"Enabled","managedByTenants":[],"managementGroupAncestorsChain":[{{Chain([group, .. Above(group)])}}]}""";
            Row(rows, $"/subscriptions/{id}", $"subscription-{number:d4}", "microsoft.resources/subscriptions", id, "", properties);
        }

        for (var block = 0; block < estate.Blocks; block++)
        {
            var at = Estate.Group(block);
            Row(rows, at.Scope, at.Group, "microsoft.resources/subscriptions/resourcegroups", at.Subscription, at.Group, """{"provisioningState":"Succeeded"}""");
        }
    }

    /// <summary>Nearest first.</summary>
    private static IReadOnlyList<string> Above(string group) => group switch
    {
        Placement.Tenant => [],
        "bench" => [Placement.Tenant],
        "platform" or "landingzones" or "sandbox" => ["bench", Placement.Tenant],
        _ => ["landingzones", "bench", Placement.Tenant],
    };

    private static string Chain(IEnumerable<string> groups) => string.Join(',', groups.Select(g => $$"""{"displayName":"{{g}}","name":"{{g}}"}"""));

    private static void Row(StreamWriter rows, string id, string name, string type, string subscription, string group, string properties) => rows.WriteLine(
        $$"""
        {"id":"{{id}}","name":"{{name}}","type":"{{type}}","tenantId":"{{Placement.Tenant}}","kind":"","location":"","resourceGroup":"{{group}}","subscriptionId":"{{subscription}}","managedBy":"","tags":{},"properties":{{properties}}}
        """);
}
