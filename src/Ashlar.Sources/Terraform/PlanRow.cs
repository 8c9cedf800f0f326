using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Terraform;

/// <summary>One ARM resource of a plan while it is put together: what is known, what stays open, and what nothing speaks of.</summary>
/// <param name="json">In the shape of an export.</param>
/// <param name="mapping">Null for a body that is ARM itself: what it does not say, Azure decides.</param>
internal sealed class PlanRow(JsonObject json, TerraformMapping? mapping)
{
    private static readonly HashSet<string> Columns = new(StringComparer.OrdinalIgnoreCase) { "properties", "sku", "identity", "kind", "zones", "managedBy", "location", "tags" };
    private readonly SortedDictionary<string, string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spoken = new(mapping?.Spoken ?? [], StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _untold = new(mapping?.Untold ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);

    public JsonObject Json => json;

    public void LeaveOpen(string address, IReadOnlyDictionary<string, string> open)
    {
        foreach (var (path, why) in open)
        {
            _open.TryAdd(path, $"{address}: {path} is {why}");
        }
    }

    /// <summary>Another resource of the plan sets values of this one: they settle what this one left to the provider.</summary>
    public void Take(ArmBody body, TerraformMapping? from)
    {
        foreach (var path in _open.Keys.Where(open => IsIn(body.Columns, open)).ToArray())
        {
            _open.Remove(path);
        }

        Merge(json, body.Columns);
        _spoken.UnionWith(from?.Spoken ?? []);
    }

    /// <summary>Undecided values, each with its detail: those left open, and what the controls read and no mapping decides.</summary>
    /// <param name="read">Paths that the controls read of the type.</param>
    public IEnumerable<KeyValuePair<string, string>> Undecided(IEnumerable<string> read)
    {
        if (mapping is not null)
        {
            foreach (var path in read.Where(path => Columns.Contains(ArmPath.Steps(path).FirstOrDefault() ?? "") && !IsEmptyList(path)))
            {
                var plain = path.Replace("[]", "", StringComparison.Ordinal);
                if (!_spoken.Any(spoken => ArmPath.Overlap(spoken, plain)))
                {
                    var reason = _untold.FirstOrDefault(one => ArmPath.Overlap(one.Key, plain)).Value;
                    _open.TryAdd(plain, $"{plain} is not told by Terraform" + (reason is null ? "" : ": " + reason));
                }
            }
        }

        return _open;
    }

    /// <summary>True for what is read of the elements of a list that has none.</summary>
    private bool IsEmptyList(string path)
    {
        var end = path.IndexOf("[]", StringComparison.Ordinal);
        return end >= 0 && _spoken.Any(spoken => ArmPath.Overlap(spoken, path[..end])) && Find(json, path[..end]) is null or JsonArray { Count: 0 };
    }

    private static bool IsIn(JsonObject columns, string path) => Find(columns, path) is not null;

    private static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (var step in ArmPath.Steps(path))
        {
            node = (node as JsonObject)?.FirstOrDefault(pair => pair.Key.Equals(step, StringComparison.OrdinalIgnoreCase)).Value;
        }

        return node;
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (into[key] is JsonObject inner && value is JsonObject more)
            {
                Merge(inner, more);
            }
            else
            {
                into[key] = value?.DeepClone();
            }
        }
    }
}
