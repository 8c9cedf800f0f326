namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Built-in roles that the rules of Azure name, with the parts of their definitions that bear on the edges.</summary>
internal static class KnownRoles
{
    public const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    public const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    public const string Reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    public const string UserAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

    public static IReadOnlyList<Role> All { get; } =
    [
        new(Owner, "Owner", true, [Entry(["*"])]),
        new(Contributor, "Contributor", true, [Entry(["*"], ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write", "Microsoft.Authorization/elevateAccess/Action"])]),
        new(Reader, "Reader", true, [Entry(["*/read"])]),
        new(UserAccessAdministrator, "User Access Administrator", true, [Entry(["*/read", "Microsoft.Authorization/*", "Microsoft.Support/*"])]),
    ];

    public static RoleEntry Entry(IReadOnlyList<string> actions, IReadOnlyList<string>? notActions = null, IReadOnlyList<string>? data = null, IReadOnlyList<string>? notData = null, Condition? condition = null) =>
        new(actions, notActions ?? [], data ?? [], notData ?? [], condition);
}
