using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Attack paths in words.</summary>
public static class PathWords
{
    /// <summary><c>guest Tomas Novak: read secrets, aif-chat-prod</c>.</summary>
    internal static string Of(AttackPath path, Inventory inventory)
    {
        var subscription = ResourceIds.Type(path.TargetId) is null && path.TargetId.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase);
        var goal = path.Goal == "controlTenant" && subscription ? "control the subscription" : Words(path.Goal);
        var target = path.TargetName.Length > 0 ? path.TargetName : ResourceIds.Name(path.TargetId);
        if (subscription)
            target = inventory.Subscriptions.FirstOrDefault(s => s.Id.Equals(ResourceIds.Name(path.TargetId), StringComparison.OrdinalIgnoreCase))?.Name ?? target;
        var start = path.StartName.Length > 0 ? $"{Words(path.Start)} {path.StartName}" : Words(path.Start);
        // The tenant is both what is done and to what.
        var done = path.Goal == "controlTenant" && !subscription && ResourceIds.Type(path.TargetId) is null && path.TargetId.StartsWith("/tenants/", StringComparison.OrdinalIgnoreCase) ? "control the tenant" : $"{goal}, {target}";
        return $"{start}: {done}{(path.State == "active" ? "" : $" ({path.State})")}";
    }

    /// <summary><c>readSecrets</c> is "read secrets" to a reader.</summary>
    public static string Words(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
