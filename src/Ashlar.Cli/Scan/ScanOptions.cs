using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>What one assessment run was asked to do.</summary>
/// <param name="From">Files and folders, or one sealed snapshot.</param>
/// <param name="Out">Folder of the results; created when absent.</param>
/// <param name="Content">Further content folders, after the built-in one.</param>
/// <param name="SettingsFile">ashlar.yaml; null = none given and none in the working folder.</param>
/// <param name="AsOf">Clock of the run, UTC; null = taken from the input.</param>
/// <param name="FailOn">Null = findings never change the exit code.</param>
internal sealed record ScanOptions(
    IReadOnlyList<string> From,
    string Out,
    IReadOnlyList<string> Content,
    string? SettingsFile,
    DateTime? AsOf,
    Severity? FailOn,
    bool Strict,
    bool Redact,
    bool Json,
    string? Title)
{
    /// <summary>The sample tenant has gaps on purpose: they are shown, and the exit code stays 0.</summary>
    public bool GapsAreExpected { get; init; }

    /// <summary>findings.json of an earlier run: only failures that are none in it count.</summary>
    public string? Baseline { get; init; }

    /// <summary>ashlar-suppressions.yaml; null = none given, the one in the working folder when there is one.</summary>
    public string? Suppressions { get; init; }

    /// <summary>File for the comment of a pull request; null = not written.</summary>
    public string? Markdown { get; init; }

    /// <summary>File in JUnit's format; null = not written.</summary>
    public string? JUnit { get; init; }
}
