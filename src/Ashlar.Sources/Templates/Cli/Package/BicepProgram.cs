namespace Ashlar.Sources.Templates.Cli.Package;

/// <summary>The Bicep CLI to run: the one the user names, else the pinned one, brought on first need.</summary>
internal static class BicepProgram
{
    public const string Variable = "ASHLAR_BICEP";

    /// <summary>Programs to try, best first; an explicit choice stands alone. The last is fetched only when it is asked for.</summary>
    public static IEnumerable<string> Candidates(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            yield return chosen;
            yield break;
        }

        foreach (var program in OnPath())
        {
            yield return program;
        }

        if (Pinned(cancellationToken) is { } pinned)
        {
            yield return pinned;
        }
    }

    /// <summary>What to tell a user who has none.</summary>
    public static string WhatToDo() =>
        $"Install the Bicep CLI {BicepPackage.OfThisMachine()?.Version ?? ""} or newer on the PATH (`az bicep install`), or name one in {Variable}".Replace("  ", " ", StringComparison.Ordinal);

    private static IEnumerable<string> OnPath()
    {
        var name = OperatingSystem.IsWindows() ? "bicep.exe" : "bicep";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // az keeps its own beside its settings, off the PATH.
        var azure = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".azure", "bin");
        return folders.Append(azure).Select(f => Path.Combine(f, name)).Where(p => Path.IsPathRooted(p) && File.Exists(p)).Distinct(StringComparer.Ordinal);
    }

    private static string? Pinned(CancellationToken cancellationToken)
    {
        if (BicepPackage.OfThisMachine() is not { } package)
        {
            return null;
        }

        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (package.In(packages) is { } found)
        {
            return found;
        }

        // In a checkout the build has tried already; without a hash to check, nothing is brought behind the user's back.
        var isCheckout = Environment.GetEnvironmentVariable("ASHLAR_ROOT") is { Length: > 0 };
        return !isCheckout && package.Sha512 is not null && BicepDownload.Run(cancellationToken) ? package.In(packages) : null;
    }
}
