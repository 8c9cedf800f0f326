using System.Text.Json;
using Ashlar.Content;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Permissions;

/// <summary>What Azure itself says that a caller may do at a scope: the answer of <c>Microsoft.Authorization/permissions</c>.</summary>
/// <remarks>learn.microsoft.com/rest/api/authorization/permissions/list-for-resource.</remarks>
public sealed class PermissionList
{
    private readonly IReadOnlyList<PermissionEntry> _entries;

    private PermissionList(IReadOnlyList<PermissionEntry> entries) => _entries = entries;

    /// <param name="json">The pages of the answer, <c>{"value": [{"actions": […], …}]}</c>, one array or object each.</param>
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static PermissionList Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var items = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement : document.RootElement.At("value");
        if (items.ValueKind != JsonValueKind.Array)
            throw new JsonException("The answer holds no list of permissions.");
        return new PermissionList([.. items.Items().Select(i => PermissionEntry.Read(i))]);
    }

    /// <summary>Whether the permissions give a capability on a type by a role alone; null when it needs more than actions at this scope, or hangs on a condition.</summary>
    public bool? Gives(AccessEdge edge, string type)
    {
        ArgumentNullException.ThrowIfNull(edge);
        var book = new RuleBook([edge]);
        var entries = book.ByType[type].Where(a => a.Need.All(n => book.Atoms[n].Kind is AtomKind.Action or AtomKind.Data)).ToList();
        if (entries.Count == 0)
            return null;
        if (entries.Exists(a => a.Anywhere.Length == 0 && Holds(book, a.Need) && (a.And.Length == 0 || Holds(book, a.And))))
            return true;
        return entries.Exists(a => (a.Anywhere.Length > 0 || _entries.Any(e => e.Condition is not null)) && Holds(book, a.Need, bound: true)) ? null : false;
    }

    /// <param name="bound">Entries under a condition count too.</param>
    private bool Holds(RuleBook book, int[] atoms, bool bound = false) => Array.Exists(atoms, a => _entries.Any(e => (bound || e.Condition is null) && e.Covers(book.Atoms[a].Key, book.Atoms[a].Kind == AtomKind.Data)));
}
