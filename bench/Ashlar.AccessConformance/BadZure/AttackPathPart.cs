using Ashlar.Content;
using static Ashlar.AccessConformance.BadZure.BadZureIds;

namespace Ashlar.AccessConformance.BadZure;

/// <summary>
/// Finds each of BadZure's attack paths with the shipped edges, as a chain of exactly the hops that the path describes. The tables do not say whose
/// credential lies in a vault, a store or a database: such a path is found up to there, and from the application on. They do not read Exchange's
/// permissions: such a path is found up to the application. No decoy may reach the directory or what the store holds, and the bystander may hold
/// nothing; that who writes a site reads the site's own settings is true of the other site as well.
/// </summary>
internal static class AttackPathPart
{
    public static Part Run(Material material, IReadOnlyList<AccessEdge> shipped)
    {
        var paths = AttackPathFile.Read(material.Text("identity/badzure.example.yml")).ToList();
        var (notes, mismatches) = (new List<string>(), new List<string>());
        var found = 0;
        foreach (var path in paths)
        {
            using var tenant = new Derived(new PathTenant(path, material).Tables(), shipped);
            var chains = new Chains(tenant);
            var name = path.Name + (path.Variant.Length > 0 ? $" ({path.Variant})" : "");
            var wrong = Decoys(path, chains).Select(d => $"{name}: {d}").ToList();
            var told = Told(path, chains, wrong, name);
            found += wrong.Count == 0 ? 1 : 0;
            mismatches.AddRange(wrong);
            notes.Add($"{name}: {told}");
        }

        return new Part($"badzure: {paths.Select(p => p.Name).Distinct().Count()} attack paths as {paths.Count} tenants; {found} found hop by hop with no decoy reaching an end", notes, mismatches);
    }

    private static string Told(AttackPath path, Chains chains, List<string> wrong, string name)
    {
        var toStore = path.Store.Length > 0;
        var first = Sought(chains.From(Attacker), toStore || path.OnExchange ? path.Hops : [.. path.Hops, .. path.HopsOfApplication], toStore ? ResourceKinds.Store(path.Store) : null, path.OnExchange, chains);
        if (first is null)
            wrong.Add($"{name}: no chain {string.Join(" > ", path.Hops)}; found: {Shown(chains.From(Attacker))}");
        var text = first is null ? "NOT FOUND" : string.Join(" > ", first);
        if (path.OnExchange)
            return text + "; permissions of Exchange are not read: the chain ends at the application";
        if (!toStore)
            return text;
        var second = Sought(chains.From(ServicePrincipal), path.HopsOfApplication, null, false, chains);
        if (second is null)
            wrong.Add($"{name}: the application has no chain {string.Join(" > ", path.HopsOfApplication)}; found: {Shown(chains.From(ServicePrincipal))}");
        return $"{text}; whose {(path.WithCertificate ? "certificate" : "credential")} lies there is not in the data; the application: {(second is null ? "NOT FOUND" : string.Join(" > ", second))}";
    }

    // A chain to Exchange has no end of its own: the application is reached when its service principal is.
    private static IReadOnlyList<Hop>? Sought(IReadOnlyList<IReadOnlyList<Hop>> ends, IReadOnlyList<string> hops, string? at, bool onExchange, Chains chains) => onExchange
        ? chains.To(Attacker, ServicePrincipal) is { } way && way.Select(h => h.Capability).SequenceEqual(hops) ? way : null
        : ends.OrderByDescending(c => c[^1].ResourceId.EndsWith(ServicePrincipal, StringComparison.Ordinal)).FirstOrDefault(c => c.Select(h => h.Capability).SequenceEqual(hops) && (at is null || c[^1].ResourceId.Equals(at, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Decoys(AttackPath path, Chains chains)
    {
        if (chains.Holds(Bystander))
            yield return "the bystander holds something";
        foreach (var (decoy, who) in new[] { (NearMiss, "the near miss"), (OtherServicePrincipal, "the other application"), (OtherManagedIdentity, "the other managed identity") })
        {
            var ends = chains.From(decoy).Where(c => path.Source.Length == 0 || c[^1].ResourceId != ResourceKinds.Source(path.Source, "other")).ToList();
            if (ends.Count > 0)
                yield return $"{who} reaches an end: {Shown(ends)}";
        }

        if (path.ScopedToApplication && chains.To(Attacker, OtherServicePrincipal) is { Count: 1 })
            yield return "a role over one application takes the other";
    }

    private static string Shown(IReadOnlyList<IReadOnlyList<Hop>> chains) => chains.Count == 0 ? "nothing" : string.Join("; ", chains.Select(c => string.Join(" > ", c)));
}
