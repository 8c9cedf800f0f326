using System.Text;

namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>The oracle's edges as files of content/edges: name to text.</summary>
internal static class EdgeText
{
    public static IReadOnlyDictionary<string, string> Files(IReadOnlyList<EdgeEntry> edges) => edges
        .GroupBy(e => e.Capability, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => File(g.Key, g), StringComparer.Ordinal);

    private static string File(string capability, IEnumerable<EdgeEntry> entries)
    {
        var text = new StringBuilder();
        text.Append($"title: {capability}\nmeaning: For trying the access graph.\natlas: [AML.T0040]\nattack: [T1078.004]\nsources: ['https://learn.microsoft.com/azure/role-based-access-control/overview']\non:\n");
        foreach (var entry in entries)
        {
            text.Append($"  - type: {entry.Type}\n");
            if (Kql(entry) is { } when)
            {
                text.Append($"    when: {when}\n");
            }

            if (entry.By != "role")
            {
                text.Append($"    by: {entry.By}\n");
            }

            List("    ", "actions", entry.Actions);
            List("    ", "data", entry.Data);
            Need("and", entry.AndActions, entry.AndData);
            Need("anywhere", entry.Anywhere, []);
            List("    ", "accessPolicy", [.. entry.Secrets.Select(s => "secrets/" + s)]);
            List("    ", "directory", entry.Directory);
            List("    ", "roles", entry.Roles);
            List("    ", "permissions", entry.Permissions);
            if (entry.Owner)
            {
                text.Append("    owner: true\n");
            }
        }

        return text.ToString();

        void Need(string name, IReadOnlyList<string> actions, IReadOnlyList<string> data)
        {
            if (actions.Count + data.Count > 0)
            {
                text.Append($"    {name}:\n");
                List("      ", "actions", actions);
                List("      ", "data", data);
            }
        }

        void List(string indent, string name, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
            {
                text.Append($"{indent}{name}: [{string.Join(", ", values)}]\n");
            }
        }
    }

    private static string? Kql(EdgeEntry entry)
    {
        var flag = entry.Type == "microsoft.graph/groups" ? "isAssignableToRole" : $"tobool(properties.{Edges.Flag(entry.Type)})";
        return entry.When switch
        {
            When.NotTrue => flag + " != true",
            When.True => flag + " == true",
            When.Bare => flag,
            When.Not => $"not({flag})",
            _ => null,
        };
    }
}
