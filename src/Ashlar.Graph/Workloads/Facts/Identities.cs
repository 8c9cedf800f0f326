using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

/// <summary>Managed identities of a row.</summary>
internal static class Identities
{
    public static IReadOnlyList<AiRunAs> Of(string holder, JsonElement identity)
    {
        if (identity.ValueKind != JsonValueKind.Object)
            return [];
        var found = new List<AiRunAs>();
        if (identity.At("type").Text()?.Contains("SystemAssigned", StringComparison.OrdinalIgnoreCase) == true)
            found.Add(new AiRunAs(holder, null, identity.At("principalId").Text()));
        foreach (var assigned in identity.At("userAssignedIdentities").Members())
            found.Add(new AiRunAs(holder, assigned.Name, assigned.Value.At("principalId").Text()));
        return found;
    }

    /// <summary>Lower-case object ids in the text of an <c>identity</c> column.</summary>
    public static IEnumerable<string> PrincipalIds(string identity)
    {
        const string Name = "principalId\"";
        var found = new List<string>();
        var at = identity.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var start = identity.IndexOf('"', at + Name.Length);
            var end = start < 0 ? -1 : identity.IndexOf('"', start + 1);
            if (end < 0)
                break;
            found.Add(identity[(start + 1)..end].ToLowerInvariant());
            at = identity.IndexOf(Name, end, StringComparison.OrdinalIgnoreCase);
        }

        return found;
    }

    public static IEnumerable<string> PrincipalIds(Node node) =>
        node.Children.Prepend(node.Row).SelectMany(r => r.RunAs).Select(r => r.PrincipalId).OfType<string>().Select(p => p.ToLowerInvariant()).Distinct(StringComparer.Ordinal);
}
