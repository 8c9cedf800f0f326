using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Finds ids and Azure host names in every string of a JSON value, names of members too (<c>userAssignedIdentities</c> has ids as names).</summary>
internal static class References
{
    public static List<Reference> In(AiRow row)
    {
        var found = new List<Reference>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Walk(row.Properties, "properties", found, seen);
        Walk(row.Identity, "identity", found, seen);
        if (row.Type == AiTypes.Workspace + "/datastores" && row.Properties.At("accountName").Text() is { Length: > 0 } account)
            Add(new Reference("properties.accountName", null, account.ToLowerInvariant() + ".blob.core.windows.net"), found, seen);
        return found;
    }

    private static void Walk(JsonElement element, string path, List<Reference> found, HashSet<string> seen)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (member.Name.Contains('/', StringComparison.Ordinal))
                    {
                        Scan(member.Name, path, found, seen);
                        Walk(member.Value, path, found, seen);
                    }
                    else
                    {
                        Walk(member.Value, path + "." + member.Name, found, seen);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item, path, found, seen);
                break;
            case JsonValueKind.String:
                Scan(element.GetString()!, path, found, seen);
                break;
        }
    }

    private static void Scan(string text, string path, List<Reference> found, HashSet<string> seen)
    {
        const string Start = "/subscriptions/";
        var at = text.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var end = at;
            while (end < text.Length && IsIdCharacter(text[end]))
                end++;
            if (TopLevel(text[at..end]) is { } id)
                Add(new Reference(path, id, null), found, seen);
            at = text.IndexOf(Start, Math.Max(end, at + 1), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var host in HostNames.In(text))
            Add(new Reference(path, null, host), found, seen);
    }

    /// <summary>First resource an id names: <c>…/providers/ns/type/name</c>; null when it names none.</summary>
    public static string? TopLevel(string id)
    {
        var segments = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var provider = Array.FindIndex(segments, s => s.Equals("providers", StringComparison.OrdinalIgnoreCase));
        return provider >= 2 && provider + 3 < segments.Length ? "/" + string.Join('/', segments, 0, provider + 4) : null;
    }

    private static void Add(Reference reference, List<Reference> found, HashSet<string> seen)
    {
        if (seen.Add(reference.Id is null ? reference.Host! : ResourceIds.Key(reference.Id)))
            found.Add(reference);
    }

    private static bool IsIdCharacter(char c) => char.IsLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '(' or ')';
}
