using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Principals;

namespace Ashlar.Graph.Access;

/// <summary>The words of the tables.</summary>
internal static class AccessNames
{
    public static string Of(AccessState state) => state switch
    {
        AccessState.Active => "active",
        AccessState.Conditional => "conditional",
        AccessState.Eligible => "eligible",
        _ => "unknown",
    };

    public static string Of(PrincipalKind kind) => kind switch
    {
        PrincipalKind.User => "user",
        PrincipalKind.Guest => "guest",
        PrincipalKind.Group => "group",
        PrincipalKind.Application => "application",
        PrincipalKind.ManagedIdentity => "managedIdentity",
        PrincipalKind.ForeignApplication => "foreignApplication",
        PrincipalKind.Deleted => "deleted",
        _ => "unknown",
    };

    public static string Of(RoadKind by) => by switch
    {
        RoadKind.Role => "role",
        RoadKind.Key => "key",
        RoadKind.AccessPolicy => "accessPolicy",
        RoadKind.Ownership => "ownership",
        RoadKind.Permission => "permission",
        RoadKind.DirectoryRole => "directoryRole",
        _ => "delegation",
    };
}
