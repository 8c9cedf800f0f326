using System.Text;

namespace Ashlar.Model;

/// <summary>ARM ids compare by their lower-case key, ordinal; shown as reported.</summary>
public static class ResourceIds
{
    /// <summary>Lower case, without trailing slash.</summary>
    public static string Key(string id)
    {
        var trimmed = id.TrimEnd('/');
        // Ids are ASCII but for odd names; the invariant casing of .NET goes character by character.
        return Ascii.IsValid(trimmed)
            ? string.Create(trimmed.Length, trimmed, static (lower, from) => Ascii.ToLower(from, lower, out _))
            : trimmed.ToLowerInvariant();
    }

    /// <summary>True when <paramref name="id"/> is <paramref name="scope"/> or lies below it. <c>/</c> covers all. <c>/a/b</c> does not cover <c>/a/bc</c>.</summary>
    public static bool Covers(string scope, string id)
    {
        var scopeKey = Key(scope);
        var idKey = Key(id);
        return scopeKey.Length == 0
            || (idKey.StartsWith(scopeKey, StringComparison.Ordinal)
                && (idKey.Length == scopeKey.Length || idKey[scopeKey.Length] == '/'));
    }

    /// <summary>Subscription id, or null when the id names none.</summary>
    public static string? SubscriptionId(string id) => SegmentAfter(id, "subscriptions");

    /// <summary>Resource group name as written, or null when the id names none.</summary>
    public static string? ResourceGroup(string id) => SegmentAfter(id, "resourcegroups");

    /// <summary>Last segment.</summary>
    public static string Name(string id)
    {
        var trimmed = id.TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    /// <summary>Lower-case type after the last <c>/providers/</c>, such as <c>microsoft.search/searchservices</c>; null when there is none.</summary>
    public static string? Type(string id)
    {
        var segments = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var provider = Array.FindLastIndex(segments, s => s.Equals("providers", StringComparison.OrdinalIgnoreCase));
        if (provider < 0 || provider + 2 >= segments.Length)
        {
            return null;
        }

        var type = segments[provider + 1];
        for (var i = provider + 2; i < segments.Length; i += 2)
        {
            type += "/" + segments[i];
        }

        return type.ToLowerInvariant();
    }

    private static string? SegmentAfter(string id, string name)
    {
        var segments = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(segments, s => s.Equals(name, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < segments.Length ? segments[at + 1] : null;
    }
}
