namespace Ashlar.Sources.Templates.Inputs;

/// <summary>A file or registry artifact that a Bicep file names.</summary>
/// <param name="Target">As written: <c>modules/a.bicep</c>, <c>br/public:avm/…:1.0.0</c>.</param>
/// <param name="IsModule">It is deployed with the file.</param>
/// <param name="Line">From 1.</param>
internal sealed record BicepReference(string Target, bool IsModule, int Line)
{
    /// <summary>It lies in a registry or a template spec.</summary>
    public bool IsRemote => Target.StartsWith("br:", StringComparison.Ordinal) || Target.StartsWith("br/", StringComparison.Ordinal)
        || Target.StartsWith("ts:", StringComparison.Ordinal) || Target.StartsWith("ts/", StringComparison.Ordinal);

    /// <summary>The file it means; null for what lies elsewhere.</summary>
    public string? FileFrom(string file) =>
        IsRemote || Target.Length == 0 || Target.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(Target, Path.GetDirectoryName(Path.GetFullPath(file))!);
}
