using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Attack paths in words.</summary>
internal static class PathWords
{
    /// <summary><c>guest Tomas Novak: read secrets of aif-chat-prod</c>.</summary>
    public static string Of(AttackPath path)
    {
        var target = path.TargetName.Length > 0 ? path.TargetName : ResourceIds.Name(path.TargetId);
        var start = path.StartName.Length > 0 ? $"{Words(path.Start)} {path.StartName}" : Words(path.Start);
        return $"{start}: {Words(path.Goal)}, {target}{(path.State == "active" ? "" : $" ({path.State})")}";
    }

    /// <summary><c>readSecrets</c> is "read secrets" to a reader.</summary>
    public static string Words(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
