using System.Text.Json.Nodes;

namespace Ashlar.Rules;

/// <summary>A property path of a row, to be read, removed or set: names, and <c>[]</c> for each element of an array.</summary>
internal sealed class PropertyPath
{
    private const string Each = "[]";

    private readonly string[] _segments;

    private PropertyPath(string[] segments) => _segments = segments;

    public string Column => _segments[0];

    public bool IsColumn => _segments.Length == 1;

    public override string ToString() => string.Join('.', _segments).Replace("." + Each, Each, StringComparison.Ordinal);

    public static PropertyPath Parse(string path)
    {
        var segments = new List<string>();
        var at = 0;
        while (at < path.Length)
        {
            if (path[at] == '[')
            {
                var end = path.IndexOf(']', at);
                end = end < 0 ? path.Length - 1 : end;
                var inside = path[(at + 1)..end].Trim('\'', '"');
                segments.Add(inside.Length == 0 || inside == "*" || inside.All(char.IsAsciiDigit) ? Each : inside);
                at = end + 1;
            }
            else
            {
                at += path[at] == '.' ? 1 : 0;
                var end = path.AsSpan(at).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : at + end;
                segments.Add(path[at..end]);
                at = end;
            }
        }

        return new PropertyPath([.. segments.Where(segment => segment.Length > 0)]);
    }

    /// <summary>The path and everything above it that a source may leave out, longest first; never an array's elements.</summary>
    public IEnumerable<PropertyPath> SelfAndAbove()
    {
        for (var length = _segments.Length; length > 0; length--)
        {
            if (_segments[length - 1] != Each)
            {
                yield return new PropertyPath(_segments[..length]);
            }
        }
    }

    public IEnumerable<JsonNode?> Values(JsonObject row) => Parents(row, create: false).Where(parent => parent.ContainsKey(_segments[^1])).Select(parent => parent[_segments[^1]]);

    /// <summary>True when there was something to remove.</summary>
    public bool Remove(JsonObject row)
    {
        if (IsColumn && Column == "properties")
        {
            // An empty body, not a missing one: the source reported the row, the provider reported nothing.
            var had = row["properties"] is JsonObject { Count: > 0 };
            row["properties"] = row["properties"] is null ? null : new JsonObject();
            return had;
        }

        var removed = false;
        foreach (var parent in Parents(row, create: false))
        {
            removed |= parent.Remove(_segments[^1]);
        }

        return removed;
    }

    /// <summary>True when there was a place for the value.</summary>
    public bool Set(JsonObject row, JsonNode? value)
    {
        var placed = false;
        foreach (var parent in Parents(row, create: true))
        {
            parent[_segments[^1]] = value?.DeepClone();
            placed = true;
        }

        return placed;
    }

    private List<JsonObject> Parents(JsonObject row, bool create)
    {
        var level = new List<JsonNode?> { row };
        foreach (var segment in _segments.AsSpan(0, _segments.Length - 1))
        {
            var next = new List<JsonNode?>();
            foreach (var node in level)
            {
                if (segment == Each)
                {
                    next.AddRange(node as JsonArray ?? []);
                }
                else if (node is JsonObject parent)
                {
                    if (create && parent[segment] is null)
                    {
                        parent[segment] = new JsonObject();
                    }

                    next.Add(parent[segment]);
                }
            }

            level = next;
        }

        return [.. level.OfType<JsonObject>()];
    }
}
