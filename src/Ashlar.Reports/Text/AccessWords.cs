using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Who can do something to a workload, in words.</summary>
internal static class AccessWords
{
    public const string Call = "invoke";
    public const string MintKeys = "read-keys";
    public const string ChangeFilter = "change-filter";

    /// <param name="access">Null: no resource of the workload has the capability, or nobody looked.</param>
    public static string Of(WorkloadAccess? access)
    {
        if (access is null)
            return "-";
        var parts = new List<string>();
        if (access.Everyone)
            parts.Add("everyone");
        Add(parts, access.People, "person", "people");
        Add(parts, access.Guests, "guest", "guests");
        Add(parts, access.Applications, "app", "apps");
        Add(parts, access.ManagedIdentities, "identity", "identities");
        Add(parts, access.Foreign, "from elsewhere", "from elsewhere");
        Add(parts, access.Unresolved, "unknown", "unknown");
        var now = string.Join(", ", parts);
        if (access.Complete)
            return now.Length == 0 ? "nobody" : now;
        return now.Length == 0 ? "not known" : "at least " + now;
    }

    /// <summary>As <see cref="Of"/>, one number.</summary>
    public static string Short(WorkloadAccess? access) => access switch
    {
        null => "-",
        { Now: 0 } => access.Complete ? "nobody" : "not known",
        _ => (access.Complete ? "" : "at least ") + Count.Of((int)Math.Min(access.Now, int.MaxValue)),
    };

    /// <summary>What may come on top: conditions and activation; null when nothing does.</summary>
    public static string? Later(WorkloadAccess access)
    {
        var parts = new List<string>();
        Add(parts, access.Eligible, "after activation", "after activation");
        Add(parts, access.Conditional, "under a condition", "under a condition");
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static void Add(List<string> parts, long count, string one, string many)
    {
        if (count > 0)
            parts.Add(Count.Of((int)Math.Min(count, int.MaxValue), one, many));
    }
}
