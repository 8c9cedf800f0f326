using System.Text.RegularExpressions;

namespace Ashlar.Model;

/// <summary>A patch of a fix, filled with the names and scope of one resource.</summary>
public static partial class FixPatch
{
    /// <summary>What is filled in, by name. <c>&lt;…&gt;</c> in a patch is for the user to choose.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["id", "name", "resourceGroup", "subscriptionId", "location", "parent", "parentId", "root", "part"];

    /// <summary>A part of an id that no shell acts on: no option, no file, no path upwards. A regular expression that .NET and the page understand alike.</summary>
    public const string SafeInShell = @"^(?!\.\.?$)[\p{L}\p{N}_.][\p{L}\p{N}_.\-]*$";

    /// <summary>In Bicep and Terraform also what only ends a word: a space, and the parentheses that a resource group may have.</summary>
    public const string SafeInTemplate = @"^(?!\.\.?$)[\p{L}\p{N}_.(][\p{L}\p{N}_.() \-]*$";

    /// <param name="location">Region of the resource; null when it was not reported.</param>
    /// <param name="part">Sub-key of the finding, such as the name of a rule; null when it is about the whole resource.</param>
    /// <returns>The patch; a placeholder whose value is not known becomes one that the user chooses.</returns>
    public static string Fill(string patch, string resourceId, string? location, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(resourceId);
        return Placeholder().Replace(patch, match => Value(match.Groups[1].Value, resourceId, location, part) ?? match.Value);
    }

    /// <summary>
    /// As <see cref="Fill"/>, for text that a reader may copy and run. Null when a name that would be filled in holds characters that could mean
    /// something to a shell (<paramref name="az"/>) or a template, or leads to another resource: such a patch is shown as it is written.
    /// </summary>
    public static string? FillSafely(string patch, bool az, string resourceId, string? location, string? part = null)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(resourceId);
        var names = Placeholder().Matches(patch).Select(match => Known(match.Groups[1].Value, resourceId, location, part)).OfType<string>();
        return names.All(value => value.Split('/').All(part => IsHarmless(part, az))) ? Fill(patch, resourceId, location, part) : null;
    }

    /// <summary>True when each part of a subject needs a patch of its own.</summary>
    public static bool UsesPart(string patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return Placeholder().Matches(patch).Any(match => match.Groups[1].Value == "part");
    }

    private static bool IsHarmless(string part, bool az) =>
        part.Length == 0 || Regex.Match(part, az ? SafeInShell : SafeInTemplate, RegexOptions.CultureInvariant) is { Success: true, Index: 0 } match && match.Length == part.Length;

    private static string? Value(string name, string id, string? location, string? part) => Known(name, id, location, part) ?? name switch
    {
        "id" => "<resource id>",
        "parentId" => "<parent id>",
        "resourceGroup" => "<resource group>",
        "subscriptionId" => "<subscription id>",
        "location" => "<location>",
        "part" => "<part>",
        _ => null,
    };

    // Of a resource that a file declares, what it has only when it is deployed is not known.
    private static string? Known(string name, string id, string? location, string? part) => name switch
    {
        "id" or "parentId" or "resourceGroup" or "subscriptionId" when SyntheticIds.Is(id) => null,
        "id" => id,
        "name" => ResourceIds.Name(id),
        "resourceGroup" => ResourceIds.ResourceGroup(id),
        "subscriptionId" => ResourceIds.SubscriptionId(id),
        "location" => string.IsNullOrEmpty(location) ? null : location,
        "parent" => ResourceIds.Name(Parent(id)),
        "parentId" => Parent(id),
        "root" => ResourceIds.Name(Root(id)),
        "part" => string.IsNullOrEmpty(part) ? null : part,
        _ => null,
    };

    /// <summary>The id without its last type and name; of a resource that is no child, its own.</summary>
    private static string Parent(string id)
    {
        var (provider, segments) = Split(id);
        return segments.Length > 3 ? provider + "/" + string.Join('/', segments[..^2]) : id;
    }

    private static string Root(string id)
    {
        var (provider, segments) = Split(id);
        return segments.Length > 3 ? provider + "/" + string.Join('/', segments[..3]) : id;
    }

    /// <summary>Up to and with the last <c>/providers</c>, and namespace, types and names after it.</summary>
    private static (string Provider, string[] Segments) Split(string id)
    {
        const string Providers = "/providers/";
        var at = id.LastIndexOf(Providers, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (id, []) : (id[..(at + Providers.Length - 1)], id[(at + Providers.Length)..].TrimEnd('/').Split('/'));
    }

    /// <summary>What the user chooses in a patch: each <c>&lt;…&gt;</c> once, in its order, but for XML that closes (<c>&lt;policies&gt;…&lt;/policies&gt;</c>, <c>&lt;base /&gt;</c>).</summary>
    public static IReadOnlyList<string> ChoicesIn(string patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return [.. Choice().Matches(patch).Select(match => match.Value).Where(found => !IsXml(found, patch)).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsXml(string found, string patch) =>
        found.EndsWith("/>", StringComparison.Ordinal) || patch.Contains("</" + found[1..], StringComparison.Ordinal);

    // ${name} is interpolation of Bicep, Terraform and shells, not ours.
    [GeneratedRegex(@"(?<!\$)\{([A-Za-z][A-Za-z0-9]*)\}", RegexOptions.CultureInvariant)]
    public static partial Regex Placeholder();

    /// <summary>What the user chooses: <c>&lt;subnet id&gt;</c>.</summary>
    [GeneratedRegex(@"<[A-Za-z][A-Za-z0-9 _./-]*>", RegexOptions.CultureInvariant)]
    public static partial Regex Choice();
}
