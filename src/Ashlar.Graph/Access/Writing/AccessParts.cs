using Ashlar.Model;

namespace Ashlar.Graph.Access.Writing;

/// <summary>The integer tables behind the views: no query names them.</summary>
internal static class AccessParts
{
    private static readonly ColumnDefinition Number = new("n", "int", "Number.");

    public static TableDefinition Principals { get; } = Part("_AccessPrincipals", Number, Text("id"), Text("name"), Text("kind"));

    public static TableDefinition Members { get; } = Part("_AccessMembers", Int("s"), Int("p"), Int("via"), Int("state"));

    public static TableDefinition Grants { get; } = Part("_AccessGrants", Int("s"), Int("scope"), Int("rules"), Int("state"), Text("ids"), Text("at"));

    public static TableDefinition Rules { get; } = Part("_AccessRules", Int("rules"), Int("class"), Text("capability"), Int("state"), Text("by"), Text("action"));

    public static TableDefinition RuleSets { get; } = Part("_AccessRuleSets", Number, Text("role"), Text("definition"), Text("condition"));

    public static TableDefinition Reach { get; } = Part("_AccessReach", Int("scope"), Int("r"));

    public static TableDefinition Targets { get; } = Part("_AccessTargets", Number, Int("class"), Text("id"), Text("k"), Text("type"), Text("keys"), Int("seen"));

    public static TableDefinition Seen { get; } = Part("_AccessSeen", Number, new("complete", "bool", "complete"), Text("missing"));

    public const string AllTargets =
        """
        SELECT t.id AS ResourceId, t.type AS ResourceType, t.keys AS KeyAuth, s.complete AS Complete, s.missing AS Missing, t.k AS _key
        FROM {0}."_AccessTargets" t JOIN {0}."_AccessSeen" s ON s.n = t.seen
        """;

    /// <summary>The roads, joined; <c>{0}</c> stands for the schema.</summary>
    public const string Roads =
        """
        SELECT p.id AS PrincipalId, p.name AS PrincipalName, p.kind AS PrincipalKind, u.capability AS Capability, t.id AS ResourceId, t.type AS ResourceType,
            CASE greatest(g.state, u.state, m.state) WHEN 0 THEN 'active' WHEN 1 THEN 'conditional' WHEN 2 THEN 'eligible' ELSE 'unknown' END AS State,
            CASE WHEN m.via < 0 THEN 'direct' ELSE 'group' END AS Membership, u.by AS By, x.role AS Role, x.definition AS RoleDefinitionId, g.at AS Scope, g.ids AS AssignmentIds,
            CASE WHEN m.via < 0 THEN '' ELSE v.id END AS ViaGroupId, u.action AS Action,
            CASE WHEN greatest(g.state, u.state, m.state) = 1 THEN x.condition ELSE '' END AS Condition{1}, t.k AS _key
        FROM {0}."_AccessGrants" g
            JOIN {0}."_AccessReach" e ON e.scope = g.scope
            JOIN {0}."_AccessTargets" t ON t.n = e.r
            JOIN {0}."_AccessRules" u ON u.rules = g.rules AND u.class = t.class
            JOIN {0}."_AccessRuleSets" x ON x.n = g.rules
            JOIN {0}."_AccessMembers" m ON m.s = g.s
            JOIN {0}."_AccessPrincipals" p ON p.n = m.p
            LEFT JOIN {0}."_AccessPrincipals" v ON v.n = m.via
        """;

    public const string KeyHolders =
        """
        SELECT PrincipalId, PrincipalName, PrincipalKind, ResourceId, ResourceType, keys AS KeyAuth, State, Membership, Role, Scope, AssignmentIds, ViaGroupId, _key
        FROM ({2}) WHERE Capability = 'read-keys'
        """;

    private static TableDefinition Part(string name, params ColumnDefinition[] columns) => new(name, TableKind.Derived, "Part of EffectiveAccess.", null, columns);

    private static ColumnDefinition Int(string name) => new(name, "int", name);

    private static ColumnDefinition Text(string name) => new(name, "string", name);
}
