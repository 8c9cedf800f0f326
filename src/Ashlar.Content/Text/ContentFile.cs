namespace Ashlar.Content;

/// <summary>One file of a content directory.</summary>
/// <param name="Path">Below the directory, with slashes, such as <c>controls/search/search-keys-off/query.kql</c>.</param>
/// <param name="Shown">As named in diagnostics: the directory's own name, then <paramref name="Path"/>.</param>
public sealed record ContentFile(string Path, string Shown, string Text);
