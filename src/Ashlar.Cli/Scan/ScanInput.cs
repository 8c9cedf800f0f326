using Ashlar.Cli.Terminal;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Reading;
using Ashlar.Sources.Terraform;
using Ashlar.Store;

namespace Ashlar.Cli.Scan;

/// <summary>The snapshot a run works on: an earlier one as it is, or a new one made of an export.</summary>
internal sealed class ScanInput : IDisposable
{
    private readonly string? _throwAway;

    private ScanInput(Snapshot? snapshot, IReadOnlyList<Diagnostic> diagnostics, string? keptAs, string? throwAway) =>
        (Snapshot, Diagnostics, KeptAs, _throwAway) = (snapshot, diagnostics, keptAs, throwAway);

    /// <summary>Null when the inputs held nothing that can be assessed.</summary>
    public Snapshot? Snapshot { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Path a reader may query afterwards; null when the run is redacted, since a snapshot names everybody.</summary>
    public string? KeptAs { get; }

    public static ScanInput Open(ScanOptions options, IReadOnlyList<KqlTableRead> shred, TerraformOptions terraform, TimeProvider clock, Progress progress, CancellationToken cancellationToken)
    {
        if (options.From is [var single] && single.EndsWith(".ashlar", StringComparison.OrdinalIgnoreCase) && File.Exists(single))
        {
            progress.Say("Opening " + single);
            return new ScanInput(Snapshot.Open(single, shred, cancellationToken), [], options.Redact ? null : single, null);
        }

        var path = Path.Combine(options.Out, options.Redact ? ".redacted.ashlar" : "tenant.ashlar");
        progress.Say("Reading");
        var sources = new ExportOptions(clock.GetUtcNow().UtcDateTime.Date, options.AsOf)
        {
            Templates = new TemplateOptions(new PropertyNames(shred.SelectMany(read => read.Paths))),
            Terraform = terraform,
        };
        var diagnostics = Import(options, path, sources, cancellationToken, out var rows);
        if (rows == 0)
        {
            return new ScanInput(null, [.. diagnostics, new Diagnostic("ASH5003", DiagnosticLevel.Error, "Nothing in the inputs can be assessed. 'ashlar export-kit' writes scripts that collect what is needed.")], null, null);
        }

        progress.Say("Laying out");
        return new ScanInput(Snapshot.Open(path, shred, cancellationToken), diagnostics, options.Redact ? null : path, options.Redact ? path : null);
    }

    public void Dispose()
    {
        Snapshot?.Dispose();
        if (_throwAway is not null)
        {
            File.Delete(_throwAway);
            File.Delete(_throwAway + ".cache");
        }
    }

    private static List<Diagnostic> Import(ScanOptions options, string path, ExportOptions sources, CancellationToken cancellationToken, out long rows)
    {
        using var writer = SnapshotWriter.Create(path);
        var report = ExportSource.Read(options.From, writer, sources, cancellationToken);
        rows = report.Rows.Values.Sum();
        var diagnostics = report.Diagnostics.ToList();
        if (rows == 0)
        {
            return diagnostics;
        }

        writer.Seal(new SnapshotInfo(Name(options.From), report.AsOf, report.AsOfSource, report.Inputs, ProgramVersion.Text), cancellationToken);
        foreach (var id in writer.DuplicateIds)
        {
            diagnostics.Add(new Diagnostic("ASH5004", DiagnosticLevel.Warning, $"The input holds {id} more than once; one row of it is kept, with its properties if any has them."));
        }

        if (writer.DuplicateCount > writer.DuplicateIds.Count)
        {
            diagnostics.Add(new Diagnostic("ASH5004", DiagnosticLevel.Warning, $"{writer.DuplicateCount - writer.DuplicateIds.Count} more ids are in the input more than once."));
        }

        return diagnostics;
    }

    private static string Name(IReadOnlyList<string> from) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(from[0])));
}
