using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Reads AI resources whole, and of everything else only what names one of them.</summary>
internal static class EstateReader
{
    private static readonly string[] AppTypes = [.. AiTypes.Apps, .. AiTypes.Gateways];

    private static readonly string NamesAi = " | where tostring(properties) matches regex @'(?i)(" + string.Join('|',
        HostNames.AiSuffixes.Append("/microsoft.cognitiveservices/accounts/").Append("/microsoft.machinelearningservices/workspaces/").Append("/microsoft.search/searchservices/")
            .Select(word => word.Replace(".", @"\.", StringComparison.Ordinal))) + ")'";

    public static Estate Read(RowReader rows)
    {
        var nodes = new SortedDictionary<string, Node>(StringComparer.Ordinal);
        // One type at a time: the text of one is let go before the next is read.
        foreach (var row in AiTypes.Roots.SelectMany(type => rows.Rows($"resources | where type == '{type}'")))
            nodes.TryAdd(row.Key, new Node(row, KindOf(row)));
        foreach (var row in rows.Rows($"resources | where type == '{AiTypes.Cluster}' | where tostring(properties) contains 'standard_n' or tostring(properties) contains 'aiToolchain'").Concat(
            rows.Rows($"resources | where type in ('{AiTypes.ContainerApp}', '{AiTypes.ContainerGroup}')")).Where(r => r.ServesModels))
            nodes.TryAdd(row.Key, new Node(row, NodeKind.Primary));

        foreach (var row in rows.Rows($"resources | where type in ({RowReader.Literals(AppTypes)}){NamesAi}"))
            nodes.TryAdd(row.Key, new Node(row, AppKind(row.Type)));
        Children(rows, nodes);

        var roles = Roles(rows);
        AppsByRole(rows, nodes, roles);
        foreach (var node in nodes.Values)
            GatherReferences(node);

        var toAi = string.Join(" or ", AiTypes.Roots.Select(t => $"names contains_cs '{t}'"));
        var endpoints = rows.Rows($"resources | where type == '{AiTypes.PrivateEndpoint}' | extend names = tolower(tostring(properties)) | where {toAi}");
        return new Estate([.. nodes.Values], endpoints, roles);
    }

    private static void GatherReferences(Node node)
    {
        // An online endpoint may be a row of both tables.
        var children = node.Children.OrderBy(c => c.Key, StringComparer.Ordinal).DistinctBy(c => c.Key, StringComparer.Ordinal).ToList();
        node.Children.Clear();
        node.Children.AddRange(children);
        foreach (var row in node.Children.Prepend(node.Row))
        {
            foreach (var reference in row.References.Where(r => !IsItself(node.Row, r)))
                node.References.Add((row, reference));
        }
    }

    private static bool IsItself(AiRow row, Reference reference)
    {
        if (reference.Id is not null)
            return reference.Key.Equals(row.Key, StringComparison.Ordinal);
        var name = HostNames.Name(reference.Host!);
        // Hosts of an account are made of its domain where it has one; whoever took its name as a domain is somebody else.
        if (row.Domain is { } domain)
            return HostNames.Type(reference.Host!) == row.Type && name.Equals(domain, StringComparison.OrdinalIgnoreCase);
        // A revision of a container app is app--revision.
        return HostNames.Type(reference.Host!) == row.Type
            && (name.Equals(row.Name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(row.Name + "--", StringComparison.OrdinalIgnoreCase));
    }

    private static NodeKind KindOf(AiRow row) => row.Type switch
    {
        AiTypes.Search or AiTypes.Bot => NodeKind.Secondary,
        // Kinds OpenAI and AIServices host generative models; the others (speech, language, vision, content safety …) do one thing.
        AiTypes.Account when !row.Kind.Equals("OpenAI", StringComparison.OrdinalIgnoreCase) && !row.Kind.Equals("AIServices", StringComparison.OrdinalIgnoreCase) => NodeKind.Secondary,
        _ => NodeKind.Primary,
    };

    private static NodeKind AppKind(string type) => AiTypes.Gateways.Contains(type) ? NodeKind.Gateway : NodeKind.App;

    // Some children are rows of Resource Graph (projects, online endpoints), the others of armresources. A child of an app counts only when it names AI; then the app itself is read too.
    private static void Children(RowReader rows, SortedDictionary<string, Node> nodes)
    {
        var ofApps = new List<AiRow>();
        foreach (var table in new[] { "resources", "armresources" })
        {
            foreach (var child in rows.Rows($"{table} | where {Below(AiTypes.Roots)}"))
                Adopt(nodes, child);
            ofApps.AddRange(rows.Rows($"{table} | where {Below(AppTypes)}{NamesAi}"));
        }

        var missing = ofApps.Select(c => References.TopLevel(c.Id)).OfType<string>().Where(id => !nodes.ContainsKey(ResourceIds.Key(id)));
        Load(rows, nodes, missing);
        foreach (var child in ofApps)
            Adopt(nodes, child);
    }

    private static string Below(IEnumerable<string> types) => "(" + string.Join(" or ", types.Select(t => $"type startswith '{t}/'")) + ")";

    private static void Adopt(SortedDictionary<string, Node> nodes, AiRow child)
    {
        if (References.TopLevel(child.Id) is { } parent && nodes.TryGetValue(ResourceIds.Key(parent), out var node) && node.Row.Key != child.Key)
            node.Children.Add(child);
    }

    private static void Load(RowReader rows, SortedDictionary<string, Node> nodes, IEnumerable<string> ids)
    {
        foreach (var row in rows.RowsFor(ids.Distinct(StringComparer.OrdinalIgnoreCase).ToList(), "resources | where id in~ ({0})"))
            nodes.TryAdd(row.Key, new Node(row, AppKind(row.Type)));
    }

    private static List<(string PrincipalId, string Scope)> Roles(RowReader rows) =>
    [
        .. rows.Run("authorizationresources | where type == 'microsoft.authorization/roleassignments' | project p = tostring(properties.principalId), s = tolower(tostring(properties.scope)) | where s contains '/resourcegroups/' and s contains '/providers/' | distinct p, s")
            .Select(r => (RowReader.Text(r[0]).ToLowerInvariant(), ResourceIds.Key(RowReader.Text(r[1]))))
            .Order(),
    ];

    /// <summary>Apps whose own identity was given a role on an AI resource call it, whether or not their settings were exported.</summary>
    private static void AppsByRole(RowReader rows, SortedDictionary<string, Node> nodes, List<(string PrincipalId, string Scope)> roles)
    {
        var principals = roles.Where(r => References.TopLevel(r.Scope) is { } id && nodes.ContainsKey(id)).Select(r => r.PrincipalId).ToHashSet(StringComparer.Ordinal);
        if (principals.Count == 0)
            return;
        var apps = rows.Run($"resources | where type in ({RowReader.Literals(AppTypes)}) | project id, who = tostring(identity) | where who contains 'principalId'");
        Load(rows, nodes, apps
            .Where(r => Facts.Identities.PrincipalIds(RowReader.Text(r[1])).Any(principals.Contains))
            .Select(r => RowReader.Text(r[0]))
            .Where(id => !nodes.ContainsKey(ResourceIds.Key(id))));
    }
}
