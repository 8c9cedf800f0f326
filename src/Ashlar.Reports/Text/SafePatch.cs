using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A patch that a reader may copy to a shell.</summary>
internal static partial class SafePatch
{
    /// <summary>Filled for the resource; as it is written when a value could mean something to a shell or a template. What a resource has only after deployment is for the reader to choose.</summary>
    public static string Fill(string patch, string resourceId)
    {
        var harmless = true;
        var filled = FixPatch.Placeholder().Replace(patch, match =>
        {
            if (SyntheticIds.Is(resourceId) && Later(match.Groups[1].Value) is { } choice)
                return choice;
            var value = FixPatch.Fill(match.Value, resourceId, null);
            harmless &= value == match.Value || value is "<resource group>" or "<subscription id>" or "<location>" || value.Split('/').All(part => part.Length == 0 || Harmless().IsMatch(part));
            return value;
        });
        return harmless ? filled : patch;
    }

    private static string? Later(string placeholder) => placeholder switch
    {
        "id" => "<resource id>",
        "parentId" => "<parent id>",
        "resourceGroup" => "<resource group>",
        "subscriptionId" => "<subscription id>",
        _ => null,
    };

    [GeneratedRegex(@"^[\p{L}\p{N}_.][\p{L}\p{N}_.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
