using System.Globalization;
using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Telling;

namespace Ashlar.Graph.Paths.Starting;

/// <summary>Any user of the tenant, guests and other organisations, accounts that nobody uses.</summary>
internal static class PeopleStarts
{
    public static void Add(List<Start> into, Terrain terrain, GraphMaker maker)
    {
        var unused = terrain.Query.Snapshot.Info.AsOf.AddDays(-Thresholds.UnusedDays);
        foreach (var group in terrain.People.All.Where(p => p is { Kind: "group", Everyone: true }))
        {
            into.Add(new Start("anyUser", Nodes(maker, group), 2, AccessState.Active, group.ResourceId, Shown(group), $"One of the people of the tenant, who are nearly all in {Shown(group)}, is taken over.",
                [new Proof("Identities", group.ResourceId, "Everyone", "true")], [])
            { Principal = group.Number, Missing = Missing(group) });
        }

        Together(into, maker, terrain.People.All.Where(p => p.Kind == "guest" && p.Enabled != false), "guest", 4,
            p => $"The account of the guest {Shown(p)} is taken over where it is kept, outside this tenant.", p => new Proof("Identities", p.ResourceId, "Kind", "guest"));
        Together(into, maker, terrain.People.All.Where(p => p.Kind == "foreignApplication" && p.Enabled != false), "anyTenant", 6,
            p => $"The organisation that runs {Shown(p)}, an application or administrator of another tenant, is broken into.", p => new Proof("Identities", p.ResourceId, "Kind", "foreignApplication"));
        Together(into, maker, terrain.People.All.Where(p => p.Kind is "user" or "guest" && p.Enabled != false && p.LastSignIn < unused), "staleCredential", 4,
            p => $"{Shown(p)} has not signed in since {Day(p.LastSignIn!.Value)}; nobody would notice that somebody does.", p => new Proof("Identities", p.ResourceId, "LastSignIn", Day(p.LastSignIn!.Value)));
    }

    // Principals with the same memberships give the same paths: the first stands for all.
    private static void Together(List<Start> into, GraphMaker maker, IEnumerable<Person> people, string kind, int effort, Func<Person, string> says, Func<Person, Proof> proof)
    {
        foreach (var same in people.GroupBy(p => maker.Holdings.Of(p.Number)).Where(g => maker.Holdings.SetsOf(g.Key).Count > 0))
        {
            var first = same.First();
            into.Add(new Start(kind, Nodes(maker, first), effort, AccessState.Active, first.ResourceId, Shown(first), says(first), [proof(first)], [.. same.Skip(1).Select(p => p.ResourceId)])
            {
                Principal = first.Number,
                Missing = Missing(first),
            });
        }
    }

    public static IReadOnlyList<int> Nodes(GraphMaker maker, Person person) => [maker.Nodes.Node(NodeKind.Principal, person.Number)];

    public static string Shown(Person person) => person.Name.Length > 0 ? person.Name : person.Id;

    public static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Missing(Person person) =>
        person.Complete ? [] : ["Identities were not read completely: see their column Missing, and run the export kit."];
}
