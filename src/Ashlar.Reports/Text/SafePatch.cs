using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A patch that a reader may copy to a shell.</summary>
internal static partial class SafePatch
{
    /// <summary>Filled for the resource; as it is written when a part of the id could mean something to a shell or a template.</summary>
    public static string Fill(string patch, string resourceId) =>
        resourceId.Split('/').All(part => part.Length == 0 || Harmless().IsMatch(part)) ? FixPatch.Fill(patch, resourceId, null) : patch;

    [GeneratedRegex(@"^[\p{L}\p{N}_.][\p{L}\p{N}_.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
