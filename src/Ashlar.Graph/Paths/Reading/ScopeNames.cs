using Ashlar.Graph.Access.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>What people call subscriptions and management groups.</summary>
internal sealed class ScopeNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ScopeNames(AccessQuery query)
    {
        foreach (var row in query.Run("resourcecontainers | where type in~ ('microsoft.resources/subscriptions', 'microsoft.management/managementgroups') | project id, shown = coalesce(tostring(properties.displayName), name) | order by id asc"))
        {
            if (AccessQuery.Text(row[1]) is { Length: > 0 } name)
                _names[ResourceIds.Key(AccessQuery.Text(row[0]))] = name;
        }
    }

    /// <summary>The last part of the id when nothing else is known.</summary>
    public string Of(string scope) => scope is "/" or "" ? "the root" : _names.GetValueOrDefault(ResourceIds.Key(scope)) ?? ResourceIds.Name(scope);
}
