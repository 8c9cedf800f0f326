using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads the rows of every type that an edge speaks of, with the answers of its guards.</summary>
internal sealed class TargetReader(AccessQuery query, RuleBook rules, TargetClasses classes, string tenant)
{
    private static readonly (string Type, string Table)[] Directory =
    [
        ("microsoft.graph/applications", "Applications"),
        ("microsoft.graph/groups", "Groups"),
        ("microsoft.graph/serviceprincipals", "ServicePrincipals"),
        ("microsoft.graph/users", "Users"),
    ];

    private readonly List<Target> _found = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>Reads the rows, which may take long; before <see cref="All"/>.</summary>
    public TargetReader Read()
    {
        foreach (var table in new[] { ResourceGraphTables.Resources, ResourceGraphTables.ArmResources })
        {
            var there = query.Snapshot.TypesOf(table).Where(rules.ByType.Contains).Order(StringComparer.Ordinal).ToList();
            foreach (var type in there.Where(t => rules.Guards(t).Count > 0))
                Read(type, $"{table} | where type =~ '{type}'", id => (id, null));
            var open = there.Where(t => rules.Guards(t).Count == 0).ToList();
            if (open.Count > 0)
            {
                var pool = new TextPool();
                query.Scan($"{table} | where type in ({string.Join(", ", open.Select(t => $"'{t}'"))}) | project id, type", row => Add(row.Text(0), pool.Of(row.Utf8(1)), [], seen: true, null));
            }
        }

        foreach (var (type, table) in Directory.Where(d => rules.ByType.Contains(d.Type)))
            Read(type, table, id => ($"/tenants/{tenant}/providers/{type}/{id}", id.ToLowerInvariant()));
        return this;
    }

    /// <summary>Ordered by type, then key.</summary>
    /// <param name="assignmentScopes">What they name is there, too.</param>
    public IReadOnlyList<Target> All(IEnumerable<string> assignmentScopes)
    {
        Named(assignmentScopes);
        return [.. _found.OrderBy(t => t.Type, StringComparer.Ordinal).ThenBy(t => t.Key, StringComparer.Ordinal).Select((t, i) => t with { Index = i })];
    }

    private void Read(string type, string rows, Func<string, (string Id, string? ObjectId)> name)
    {
        var guards = rules.Guards(type);
        var bodiless = guards.Count == 0 ? null : Bodiless(rows, type);
        var answers = string.Concat(guards.Select((guard, i) => $", w{i} = ({guard})"));
        if (guards.Count == 0)
        {
            query.Scan($"{rows} | project id", row => Found(row.Text(0), []));
            return;
        }

        // What guards read may have columns of its own in the cache.
        foreach (var row in query.Run($"{rows} | project id{answers}"))
        {
            var given = new bool?[guards.Count];
            for (var i = 0; i < given.Length; i++)
                given[i] = row[i + 1] as bool?;
            Found(AccessQuery.Text(row[0]), given);
        }

        void Found(string reported, bool?[] given)
        {
            var (id, objectId) = name(reported);
            // Without a body nothing is known, whatever default a guard knows.
            if (bodiless?.Contains(ResourceIds.Key(id)) == true)
                Array.Clear(given);
            Add(id, type, given, seen: true, objectId);
        }
    }

    private IReadOnlySet<string>? Bodiless(string rows, string type)
    {
        var table = rows.Split(' ')[0];
        return TableCatalogue.Find(table)?.Kind == TableKind.Entra ? null : query.Snapshot.KeysWithoutBody(table, [type], query.Cancellation);
    }

    // A container, an endpoint or an index at which something is assigned exists, whether or not its row was read.
    private void Named(IEnumerable<string> scopes)
    {
        foreach (var scope in scopes)
        {
            if (ResourceIds.Type(scope) is { } type && rules.ByType.Contains(type) && scope.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
                Add(scope, type, new bool?[rules.Guards(type).Count], seen: false, null);
        }
    }

    private void Add(string id, string type, bool?[] guards, bool seen, string? objectId)
    {
        var key = ResourceIds.Key(id);
        if (!_keys.Add(key))
            return;
        if (guards.Length > 0 || !_open.TryGetValue(type, out var @class))
        {
            @class = classes.Of(type, guards);
            if (guards.Length == 0)
                _open[type] = @class;
        }

        _found.Add(new Target(0, id, key, type, @class, seen) { ObjectId = objectId });
    }
}
