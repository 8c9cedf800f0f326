using System.Runtime.InteropServices;
using System.Text.Json;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Finds ids and Azure host names in every string of a JSON value, names of members too (<c>userAssignedIdentities</c> has ids as names).</summary>
internal static class References
{
    private const string Start = "/subscriptions/";

    /// <param name="type">Lower-case type of the row.</param>
    public static IReadOnlyList<Reference> In(string type, JsonElement properties, JsonElement identity)
    {
        var search = new Search();
        search.Walk(properties, "properties");
        search.Walk(identity, "identity");
        if (type == AiTypes.Workspace + "/datastores" && properties.At("accountName").Text() is { Length: > 0 } account)
            search.Add("properties.accountName", null, account.ToLowerInvariant() + ".blob.core.windows.net");
        return search.Found;
    }

    /// <summary>As <see cref="In"/>, in one text.</summary>
    public static IReadOnlyList<Reference> InText(string text)
    {
        var search = new Search();
        search.Scan(text);
        return search.Found;
    }

    /// <summary>First resource an id names: <c>…/providers/ns/type/name</c>; null when it names none.</summary>
    public static string? TopLevel(string id)
    {
        var segments = id.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var provider = Array.FindIndex(segments, s => s.Equals("providers", StringComparison.OrdinalIgnoreCase));
        return provider >= 2 && provider + 3 < segments.Length ? "/" + string.Join('/', segments, 0, provider + 4) : null;
    }

    private static bool IsIdCharacter(char c) => char.IsLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '(' or ')';

    /// <summary>One walk through a row. Text is only made of strings that may hold a reference, paths only of those that do.</summary>
    private sealed class Search
    {
        private readonly List<string> _path = [];

        private List<Reference>? _found;

        public IReadOnlyList<Reference> Found => _found ?? (IReadOnlyList<Reference>)[];

        public void Walk(JsonElement element, string name)
        {
            _path.Add(name);
            Walk(element);
            _path.RemoveAt(_path.Count - 1);
        }

        public void Add(string path, string? id, string? host)
        {
            var reference = new Reference(path, id, host);
            if (_found?.Exists(f => f.Key == reference.Key) != true)
                (_found ??= []).Add(reference);
        }

        private void Walk(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                        Walk(member);
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                        Walk(item);
                    break;
                case JsonValueKind.String when MayRefer(JsonMarshal.GetRawUtf8Value(element)):
                    Scan(element.GetString()!);
                    break;
            }
        }

        private void Walk(JsonProperty member)
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            if (name.Contains((byte)'/'))
            {
                Scan(member.Name);
                Walk(member.Value);
            }
            else if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                || (member.Value.ValueKind == JsonValueKind.String && MayRefer(JsonMarshal.GetRawUtf8Value(member.Value))))
            {
                Walk(member.Value, member.Name);
            }
        }

        // An id has slashes, a host two dots; escaped text (\/) is looked at too.
        private static bool MayRefer(ReadOnlySpan<byte> raw) =>
            raw.Length > 12 && (raw.IndexOf("/"u8) >= 0 || raw.Count((byte)'.') >= 2 || raw.Contains((byte)'\\'));

        public void Scan(string text)
        {
            var at = text.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
            while (at >= 0)
            {
                var end = at;
                while (end < text.Length && IsIdCharacter(text[end]))
                    end++;
                if (TopLevel(text[at..end]) is { } id)
                    Add(string.Join('.', _path), id, null);
                at = text.IndexOf(Start, Math.Max(end, at + 1), StringComparison.OrdinalIgnoreCase);
            }

            foreach (var host in HostNames.In(text))
                Add(string.Join('.', _path), null, host);
        }
    }
}
