using System.Security.Cryptography;
using System.Text;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Graph.Paths.Telling;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Folding;

internal static class PathIds
{
    /// <summary>Of the start, the steps and the end; not of the proofs.</summary>
    public static string Of(Start start, End end, IReadOnlyList<Step> steps)
    {
        var text = new StringBuilder(start.Kind).Append('\n').Append(ResourceIds.Key(start.Id)).Append('\n').Append(end.Goal).Append('\n').Append(ResourceIds.Key(end.Id));
        foreach (var step in steps)
            text.Append('\n').Append(step.Kind).Append('|').Append(step.Capability).Append('|').Append(ResourceIds.Key(step.From)).Append('|').Append(ResourceIds.Key(step.To));
        return Of("ap-", text.ToString());
    }

    public static string Of(string prefix, string text) => prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
