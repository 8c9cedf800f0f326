namespace Ashlar.Graph.Access.Principals;

/// <summary>All principals, by number and by object id.</summary>
internal sealed class PrincipalDirectory
{
    private readonly Dictionary<string, Principal> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Principal> _all = [];

    public IReadOnlyList<Principal> All => _all;

    public Principal? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Adds an object of the directory; the first row of an id counts.</summary>
    public void Add(string id, PrincipalKind kind, string name)
    {
        if (id.Length > 0 && !_byId.ContainsKey(id))
            Put(new Principal(_all.Count, id.ToLowerInvariant(), kind, name) { Read = true });
    }

    /// <summary>The principal an assignment names, known or not.</summary>
    /// <param name="kind">Its kind as the assignment says; used when the directory has no such object.</param>
    public Principal Named(string id, PrincipalKind kind)
    {
        if (_byId.TryGetValue(id, out var known))
        {
            if (!known.Read && known.Kind == PrincipalKind.Unknown)
                known.Kind = kind;
            return known;
        }

        return Put(new Principal(_all.Count, id.ToLowerInvariant(), kind, ""));
    }

    private Principal Put(Principal principal)
    {
        _byId[principal.Id] = principal;
        _all.Add(principal);
        return principal;
    }
}
