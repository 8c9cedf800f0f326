using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Terraform;

/// <summary>The ARM values that a mapping makes of one planned resource, and the paths that stay open.</summary>
/// <param name="idOf">Attribute to the id of the planned resource that its expression names; null when none is told.</param>
internal sealed class ArmBody(PlannedResource resource, Func<string, string?> idOf)
{
    /// <summary>Columns and properties by their ARM path.</summary>
    public JsonObject Columns { get; } = [];

    /// <summary>ARM path to why its value is undecided, in order.</summary>
    public SortedDictionary<string, string> Open { get; } = new(StringComparer.Ordinal);

    public void Fill(IReadOnlyList<KeyValuePair<string, TerraformValue>> values) =>
        Fill(Columns, "", values, new Node(resource.Values, resource.Unknown, resource.Sensitive, false, null), resource.IsWritten);

    public Attribute ValueOf(TerraformValue from) => ValueOf(from, new Node(resource.Values, resource.Unknown, resource.Sensitive, false, null), resource.IsWritten);

    /// <summary>Puts a value in its place, making the objects on the way.</summary>
    public static void Put(JsonObject into, ReadOnlySpan<string> path, JsonNode? value)
    {
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (into[path[i]] is not JsonObject inner)
            {
                inner = [];
                into[path[i]] = inner;
            }

            into = inner;
        }

        into[path[^1]] = value;
    }

    /// <param name="above">Path of the list that the object is an element of; empty for the resource.</param>
    private void Fill(JsonObject into, string above, IReadOnlyList<KeyValuePair<string, TerraformValue>> values, Node node, Func<string, bool> isWritten)
    {
        foreach (var (path, from) in values)
        {
            var at = above.Length == 0 ? path : above + "." + path;
            var written = Chosen(from, node, isWritten);
            var value = written is { Each: { } each, From: { } list } ? List(each, Node.At(node.Value, node.Unknown, node.Sensitive, list), at) : ValueOf(from, node, isWritten);
            if (value.Open is { } why)
            {
                Open.TryAdd(at, why);
            }
            else if (value.Value is not null)
            {
                Put(into, ArmPath.Steps(path), value.Value.DeepClone());
            }
        }
    }

    /// <summary>Of several names the first that is written, else the first that the plan has, else the first.</summary>
    private static TerraformValue Chosen(TerraformValue from, Node node, Func<string, bool> isWritten)
    {
        TerraformValue? there = null;
        for (var one = from; one is not null; one = one.Or)
        {
            var presence = one.From is { } path ? Attribute.Presence(node.Value, node.Unknown, node.Sensitive, path) : default;
            if (presence is { Open: null, Value: not null } && isWritten(one.From!))
            {
                return one;
            }

            there ??= presence.Open == Attribute.Absent ? null : one;
        }

        return there ?? from;
    }

    /// <param name="isWritten">False for an attribute that the configuration leaves to the provider.</param>
    private Attribute ValueOf(TerraformValue from, Node node, Func<string, bool> isWritten)
    {
        Attribute? open = null;
        JsonNode? otherwise = null;
        var isAnyInPlan = false;
        for (var one = from; one is not null; one = one.Or)
        {
            var (found, isThere) = Written(one, node, isWritten);
            if (isThere && found.Open is null)
            {
                return found;
            }

            // The name of another provider version is no reason to doubt the name of this one.
            var isOtherVersion = !isThere && found.Open == Attribute.Absent;
            isAnyInPlan |= !isOtherVersion;
            open ??= found.Open is null || isOtherVersion ? null : found;
            otherwise = isOtherVersion ? one.Default : found.Value;
        }

        return open ?? (isAnyInPlan ? new Attribute(otherwise, null) : new Attribute(null, Attribute.Absent));
    }

    /// <summary>The value and true; the default and false; or false and that the plan has no such attribute.</summary>
    private (Attribute Found, bool IsThere) Written(TerraformValue from, Node node, Func<string, bool> isWritten)
    {
        if (from.When is { } condition)
        {
            var when = Attribute.Presence(node.Value, node.Unknown, node.Sensitive, condition);
            if (when.Open is not null)
            {
                return (when, true);
            }

            if (!when.IsSet)
            {
                return (default, false);
            }
        }

        if (from.From is not { } path)
        {
            return (new Attribute(from.Constant, null), true);
        }

        var found = Attribute.At(node.Value, node.Unknown, node.Sensitive, path);
        if (found.Open == Attribute.AfterApply)
        {
            found = from.Id && idOf(path) is { } id ? new Attribute(id, null) : isWritten(path) ? found : default;
        }

        return found.Open is not null ? (found, found.Open != Attribute.Absent)
            : found.Value is null ? (new Attribute(from.Default, null), false)
            : (AttributeText.Convert(from, found.Value), true);
    }

    /// <summary>Each element becomes an object; what is open inside one leaves that path of the list open.</summary>
    private Attribute List(IReadOnlyList<KeyValuePair<string, TerraformValue>> each, Node found, string at)
    {
        if (found.WhyNotListed is { } why)
        {
            return new Attribute(null, why);
        }

        if (found.Elements is not { } elements)
        {
            return found.Value is null ? default : new Attribute(null, "no list");
        }

        var made = new JsonArray();
        foreach (var element in elements)
        {
            var item = new JsonObject();
            Fill(item, at, each, element, _ => true);
            made.Add((JsonNode)item);
        }

        return new Attribute(made, null);
    }
}
