using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Facts;

/// <summary>Managed identities of a row.</summary>
internal static class Identities
{
    public static IEnumerable<AiRunAs> Of(AiRow row)
    {
        if (row.Identity.At("type").Text()?.Contains("SystemAssigned", StringComparison.OrdinalIgnoreCase) == true)
            yield return new AiRunAs(row.Id, null, row.Identity.At("principalId").Text());
        foreach (var identity in row.Identity.At("userAssignedIdentities").Members())
            yield return new AiRunAs(row.Id, identity.Name, identity.Value.At("principalId").Text());
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
        node.Children.Prepend(node.Row).SelectMany(Of).Select(r => r.PrincipalId).OfType<string>().Select(p => p.ToLowerInvariant()).Distinct(StringComparer.Ordinal);
}
