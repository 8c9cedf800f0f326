using System.Text.RegularExpressions;

namespace Ashlar.Sources.Templates.Cli;

/// <summary>A message of the compiler as a report may hold it: without the values it quotes, which may be secrets, and without the place of the files on this machine.</summary>
internal static partial class CompilerMessage
{
    /// <param name="root">Folder that files are told relative to.</param>
    public static string Shown(string message, string root)
    {
        var given = message.IndexOf("provided value", StringComparison.OrdinalIgnoreCase);
        var shown = given < 0 ? message : message[..given] + Quoted().Replace(message[given..], "'…'");
        return shown.Replace(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    /// <summary>A text as Bicep writes it, whatever is escaped in it.</summary>
    [GeneratedRegex(@"'(?:[^'\\]|\\.)*'", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Quoted();
}
