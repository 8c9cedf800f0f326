namespace Ashlar.AccessConformance.BadZure;

/// <summary>
/// Walks from a principal over EffectiveAccess and Identities: members added to a group hold what the group holds, who takes an application is its
/// service principal, who runs code on a resource is every identity that the resource runs as, who resets a password is that person.
/// </summary>
internal sealed class Chains
{
    /// <summary>Where a chain ends: the directory, or what a store holds.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "grant-directory-role", "read-secrets", "read-data", "grant-access" };

    private readonly ILookup<string, Hop> _from;

    public Chains(Derived tenant)
    {
        var identities = tenant.Rows("Identities | project Id, AppId");
        var byApp = identities.Where(r => ((string)r[1]!).Length > 0).ToDictionary(r => (string)r[1]!, r => (string)r[0]!);
        var registered = tenant.Rows("Applications | project id, appId").ToDictionary(r => (string)r[0]!, r => byApp[(string)r[1]!]);
        var runs = tenant.Rows("Identities | mv-expand Resource = RunsOn | project tostring(Resource), Id").ToLookup(r => ((string)r[0]!).ToLowerInvariant(), r => (string)r[1]!);
        _from = tenant.Rows("EffectiveAccess | where State == 'active' | project PrincipalId, Capability, ResourceId, By, Role | order by Capability asc, ResourceId asc")
            .SelectMany(r => To((string)r[1]!, (string)r[2]!, registered, runs).Select(to => (From: (string)r[0]!, Hop: new Hop((string)r[1]!, (string)r[2]!, $"{r[3]} {r[4]}".TrimEnd(), to))))
            .ToLookup(h => h.From, h => h.Hop, StringComparer.Ordinal);
    }

    /// <summary>The shortest chain to each end that can be reached, by capability and resource.</summary>
    public IReadOnlyList<IReadOnlyList<Hop>> From(string principal) => Walk(principal).Ends;

    /// <summary>The shortest chain from one principal to another; null: there is none.</summary>
    public IReadOnlyList<Hop>? To(string principal, string other) => Walk(principal).Ways.GetValueOrDefault(other);

    /// <summary>Whether it holds anything at all.</summary>
    public bool Holds(string principal) => _from[principal].Any();

    private (Dictionary<string, IReadOnlyList<Hop>> Ways, IReadOnlyList<IReadOnlyList<Hop>> Ends) Walk(string principal)
    {
        var ways = new Dictionary<string, IReadOnlyList<Hop>>(StringComparer.Ordinal) { [principal] = [] };
        var ends = new Dictionary<(string, string), IReadOnlyList<Hop>>();
        var open = new Queue<string>([principal]);
        while (open.TryDequeue(out var at))
        {
            foreach (var hop in _from[at])
            {
                IReadOnlyList<Hop> way = [.. ways[at], hop];
                if (Ends.Contains(hop.Capability))
                    ends.TryAdd((hop.Capability, hop.ResourceId), way);
                else if (hop.To is { } next && ways.TryAdd(next, way))
                    open.Enqueue(next);
            }
        }

        return (ways, [.. ends.Values]);
    }

    // A capability that makes nobody of its holder and ends nothing is no hop.
    private static IEnumerable<string?> To(string capability, string resource, Dictionary<string, string> registered, ILookup<string, string> runs)
    {
        var id = resource.Split('/')[^1];
        if (capability == "run-code")
            return runs[resource.ToLowerInvariant()];
        return capability switch
        {
            "add-members" or "reset-password" => [id],
            "take-identity" when resource.Contains("/applications/", StringComparison.OrdinalIgnoreCase) => [registered[id]],
            "take-identity" => [id],
            _ => [null],
        };
    }
}
