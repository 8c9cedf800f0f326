namespace Ashlar.Model;

/// <summary>Ids of objects that have none yet (templates, samples): stable, and no real id can look like them.</summary>
public static class SyntheticIds
{
    /// <summary>A resource group name cannot hold a colon, so nothing real lies below this.</summary>
    private const string Mark = "/resourceGroups/file:";

    /// <summary>Scope that stands for a file: <c>/subscriptions/00000000-…/resourceGroups/file:a.b.json</c>.</summary>
    public static string Scope(string file) =>
        "/subscriptions/00000000-0000-0000-0000-000000000000" + Mark + file.Replace('\\', '.').Replace('/', '.').TrimStart('.');

    public static bool Is(string id) => id.Contains(Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>Id below <paramref name="scope"/> from a full type (<c>a.b/c/d</c>) and its name segments.</summary>
    public static string Below(string scope, string type, IReadOnlyList<string> names)
    {
        var segments = type.Split('/');
        var id = scope + "/providers/" + segments[0];
        for (var i = 1; i < segments.Length; i++)
        {
            id += "/" + segments[i] + "/" + (i - 1 < names.Count ? names[i - 1] : "default");
        }

        return id;
    }
}
