namespace Ashlar.Content;

/// <summary>A published framework and its ids, so that a control cannot claim an id that does not exist.</summary>
/// <param name="Name">File name without ending, such as <c>mcsb-v2</c>.</param>
/// <param name="Source">Where the ids were read.</param>
/// <param name="Controls">Id to title.</param>
public sealed record Framework(string Name, string Title, string Version, string Source, IReadOnlyDictionary<string, string> Controls);
