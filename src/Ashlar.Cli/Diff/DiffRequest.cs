using Ashlar.Model;

namespace Ashlar.Cli.Diff;

/// <summary>What one comparison was asked to do.</summary>
/// <param name="Out">Folder of the files; null = none.</param>
/// <param name="Content">Further content folders, after the built-in one.</param>
/// <param name="SettingsFile">ashlar.yaml; null = none given, the one in the working folder when there is one.</param>
internal sealed record DiffRequest(
    string Before,
    string After,
    string? Out,
    string Format,
    IReadOnlyList<DriftArea> Areas,
    bool FailOnWorse,
    IReadOnlyList<string> Content,
    string? SettingsFile);
