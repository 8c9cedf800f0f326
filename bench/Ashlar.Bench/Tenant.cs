using System.Text;
using Ashlar.Bench.Access;
using Ashlar.Bench.Identities;
using Ashlar.Bench.Networks;

namespace Ashlar.Bench;

/// <summary>Writes tenants as the export kit would; nothing of them is held in memory.</summary>
public static class Tenant
{
    private static readonly string[] NothingThere = ["networkresources", "kubernetesconfigurationresources", "appserviceresources", "policyresources", "securityresources"];

    /// <summary>Resources, those who may have access to them, and their access.</summary>
    public static void Write(string folder, TenantSize size)
    {
        var export = new ExportFolder(folder);
        var estate = new Estate(size);
        var identities = new ManagedIdentities(estate);
        var containers = new Containers(estate);
        var roads = new OtherRoads(estate, identities);
        var networks = new HubsAndSpokes(estate);
        using (var graph = export.Open("resources", "", "arg/resources.ndjson"))
        using (var arm = export.Open("armresources", "", "arm/armresources.ndjson"))
        {
            var line = new StringBuilder(4096);
            for (var number = 0; number < size.Resources; number++)
            {
                ResourceRow.Append(line.Clear(), estate.Kind(number), Estate.At(number), estate.Kinds(number), size.Seed, identities.Column(number));
                roads.Amend(line, number);
                (estate.Kind(number).InResourceGraph ? graph : arm).Write(line.Append('\n'));
            }

            networks.Write(graph, arm);
        }

        if (size.Networks > 0)
        {
            using var rules = export.Open("networkresources", "", "arg/networkresources.ndjson");
            HubsAndSpokes.WriteRules(rules);
        }

        containers.Write(export);
        new Grants(size, new Assignments(estate, containers, identities)).Write(export);
        new Guards(estate).Write(export);
        roads.Write(export);
        new DataRoutes(estate).Write(export);
        var people = new People(size);
        people.Write(export);
        new Groups(size, people, identities).Write(export);
        new Applications(estate).Write(export);
        new ServicePrincipals(estate, identities).Write(export);
        new TenantDirectory(size).Write(export);
        foreach (var table in NothingThere.Where(t => size.Networks == 0 || t != "networkresources"))
        {
            export.Empty(table);
        }

        export.WriteManifest(Placement.Tenant);
    }

    /// <summary>Resources alone, twenty types by turns: what the figures of <c>bench/results.md</c> are measured with.</summary>
    public static void WriteResources(string folder, int count)
    {
        var export = new ExportFolder(folder);
        using (var graph = export.Open("resources", "", "resources.ndjson"))
        using (var arm = export.Open("armresources", "", "armresources.ndjson"))
        {
            var line = new StringBuilder(2048);
            for (var number = 0; number < count; number++)
            {
                var kind = ResourceKinds.All[number % ResourceKinds.All.Count];
                ResourceRow.Append(line.Clear(), kind, new Placement(number), ResourceKinds.All);
                (kind.InResourceGraph ? graph : arm).Write(line.Append('\n'));
            }
        }

        export.WriteManifest();
    }
}
