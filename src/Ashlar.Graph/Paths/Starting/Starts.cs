using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Starting;

/// <summary>Every start there is, ordered by kind, then id.</summary>
internal static class Starts
{
    public static readonly IReadOnlyList<string> Kinds = ["internet", "anyTenant", "anyUser", "guest", "federation", "staleCredential", "leakedCredential", "poisonedDocument"];

    public static IReadOnlyList<Start> Of(Terrain terrain, GraphMaker maker)
    {
        var found = new List<Start>();
        Outside(found, maker);
        PeopleStarts.Add(found, terrain, maker);
        CredentialStarts.Add(found, terrain, maker);
        DocumentStarts.Add(found, terrain, maker);
        return [.. found.OrderBy(s => Array.IndexOf([.. Kinds], s.Kind)).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static void Outside(List<Start> into, GraphMaker maker)
    {
        into.Add(new Start("internet", [maker.Nodes.Node(NodeKind.Outside, 0)], 0, Access.AccessState.Active, "internet", "the internet", "Anyone on the internet, without name or key.", [], []));
        into.Add(new Start("anyTenant", [maker.Nodes.Node(NodeKind.Outside, 1)], 1, Access.AccessState.Active, "azure", "any Azure tenant", "Anyone who runs a machine in any Azure tenant, without name or key here.", [], []));
    }
}
