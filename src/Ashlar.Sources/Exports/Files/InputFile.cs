namespace Ashlar.Sources.Exports.Files;

/// <param name="Path">To open it.</param>
/// <param name="Shown">As the user named the root, with the path below it; separators are <c>/</c>.</param>
/// <param name="Relative">Below the root; the file name when the root is the file.</param>
internal sealed record InputFile(string Path, string Shown, string Relative);
