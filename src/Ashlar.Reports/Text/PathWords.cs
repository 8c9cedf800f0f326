using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Attack paths in words.</summary>
internal static class PathWords
{
    /// <summary><c>guest Tomas Novak: read secrets, aif-chat-prod</c>.</summary>
    public static string Of(AttackPath path, Inventory inventory)
    {
        var subscription = ResourceIds.Type(path.TargetId) is null && path.TargetId.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase);
        var goal = path.Goal == "controlTenant" && subscription ? "control the subscription" : Words(path.Goal);
        var target = path.TargetName.Length > 0 ? path.TargetName : ResourceIds.Name(path.TargetId);
        if (subscription)
            target = inventory.Subscriptions.FirstOrDefault(s => s.Id.Equals(ResourceIds.Name(path.TargetId), StringComparison.OrdinalIgnoreCase))?.Name ?? target;
        var start = path.StartName.Length > 0 ? $"{Words(path.Start)} {path.StartName}" : Words(path.Start);
        return $"{start}: {goal}, {target}{(path.State == "active" ? "" : $" ({path.State})")}";
    }

    /// <summary><c>readSecrets</c> is "read secrets" to a reader.</summary>
    public static string Words(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
