using System.Text;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Scopes;

/// <summary>The scopes at which something is assigned, and which of them lie above a target.</summary>
/// <remarks>
/// Above a subscription its management groups count, as the containers report them; below it an id lies below another when it
/// begins with it and a slash follows. Entra's scopes (the directory, administrative units, objects) are kept apart by <see cref="Directory"/>.
/// </remarks>
internal sealed class ScopeTree
{
    /// <summary>Key of the whole directory; administrative units and objects lie below it.</summary>
    public const string Directory = "directory:";

    public const string Root = "/";
    private const string Subscription = "/subscriptions/";
    private const string UnitPrefix = "/administrativeunits/";
    private const string GroupPrefix = "/providers/microsoft.management/managementgroups/";

    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _groupsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _groupsOver = new(StringComparer.Ordinal);
    private readonly HashSet<string> _subscriptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _unitsOf = new(StringComparer.Ordinal);

    public int Count => _keys.Count;

    /// <summary>Lower-case key; <c>/</c> for the root.</summary>
    public static string Key(string scope) => ResourceIds.Key(scope) is { Length: > 0 } key ? key : Root;

    public string KeyOf(int node) => _keys[node];

    /// <summary>Number of a scope, made when it is new.</summary>
    public int Node(string key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes[key] = node = _keys.Count;
            _keys.Add(key);
        }

        return node;
    }

    /// <summary>As <see cref="Node"/>, for a scope as written.</summary>
    public int NodeOf(string scope)
    {
        Span<char> lower = stackalloc char[512];
        var trimmed = scope.AsSpan().TrimEnd('/');
        if (trimmed.Length is > 0 and <= 512 && Ascii.ToLower(trimmed, lower, out var written) == System.Buffers.OperationStatus.Done
            && _nodes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..written], out var node))
            return node;
        return Node(Key(scope));
    }

    /// <param name="groups">Names of the management groups above a subscription, nearest first.</param>
    public void SetAncestry(string subscriptionId, IReadOnlyList<string> groups) =>
        _groupsOf[subscriptionId.ToLowerInvariant()] = [.. groups.Select(g => GroupPrefix + g.ToLowerInvariant()).Reverse()];

    /// <summary>Subscriptions that any row speaks of, whether or not their ancestors are known.</summary>
    public IReadOnlyCollection<string> Subscriptions => [.. _subscriptions.Select(k => Subscription + k)];

    public void SetSubscription(string subscriptionId)
    {
        if (subscriptionId.Length > 0)
            _subscriptions.Add(subscriptionId.ToLowerInvariant());
    }

    /// <summary>Administrative units at which something is assigned.</summary>
    public IEnumerable<string> Units => _keys.Where(k => k.StartsWith(Directory + UnitPrefix, StringComparison.Ordinal)).Select(k => k[(Directory.Length + UnitPrefix.Length)..]);

    /// <summary>True when a management group lies above a subscription, or may: its ancestors are not known.</summary>
    public bool MayHold(string group, string key) =>
        group.StartsWith(GroupPrefix, StringComparison.Ordinal) && SubscriptionOf(key) is { } subscription && _groupsOf.GetValueOrDefault(subscription)?.Contains(group) != false;

    /// <param name="groups">Names of the management groups above a management group, nearest first.</param>
    public void SetGroupAncestry(string group, IReadOnlyList<string> groups) =>
        _groupsOver[GroupPrefix + group.ToLowerInvariant()] = [.. groups.Select(g => GroupPrefix + g.ToLowerInvariant()).Reverse()];

    public bool KnowsAncestry(string key) => SubscriptionOf(key) is not { } subscription || _groupsOf.ContainsKey(subscription);

    public void SetUnits(string objectId, string unitId)
    {
        if (!_unitsOf.TryGetValue(objectId, out var units))
            _unitsOf[objectId] = units = [];
        units.Add(unitId);
    }

    /// <summary>Scopes that cover a target, from the widest to its own; only those at which something is assigned.</summary>
    public int[] Above(Target target) => target.ObjectId is { } id ? AboveObject(id) : AboveResource(target.Key);

    /// <summary>Scopes that cover a scope of Azure, its own included.</summary>
    public int[] Above(int node) => AboveResource(_keys[node]);

    /// <summary>True for a subscription, a management group or the root.</summary>
    public static bool IsWide(string key) => key == Root || key == Directory || key.StartsWith(GroupPrefix, StringComparison.Ordinal)
        || (key.StartsWith(Subscription, StringComparison.Ordinal) && key.IndexOf('/', Subscription.Length) < 0);

    public static string? SubscriptionOf(string key)
    {
        if (!key.StartsWith(Subscription, StringComparison.Ordinal))
            return null;
        var end = key.IndexOf('/', Subscription.Length);
        return end < 0 ? key[Subscription.Length..] : key[Subscription.Length..end];
    }

    private int[] AboveResource(string key)
    {
        var found = new List<int>();
        Add(Root);
        foreach (var group in _groupsOver.GetValueOrDefault(key) ?? [])
            Add(group);
        if (SubscriptionOf(key) is { } subscription)
        {
            foreach (var group in _groupsOf.GetValueOrDefault(subscription) ?? [])
                Add(group);
        }

        var nodes = _nodes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = key.IndexOf('/', 1); end > 0; end = key.IndexOf('/', end + 1))
        {
            if (nodes.TryGetValue(key.AsSpan(0, end), out var node))
                found.Add(node);
        }

        Add(key);
        return [.. found];

        void Add(string scope)
        {
            if (_nodes.TryGetValue(scope, out var node) && !found.Contains(node))
                found.Add(node);
        }
    }

    private int[] AboveObject(string objectId)
    {
        var scopes = new List<string> { Directory };
        scopes.AddRange(_unitsOf.GetValueOrDefault(objectId)?.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(u => Directory + UnitPrefix + u) ?? []);
        scopes.Add(Directory + "/" + objectId);
        return [.. scopes.Where(_nodes.ContainsKey).Select(s => _nodes[s])];
    }
}
