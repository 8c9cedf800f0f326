using System.Runtime.ExceptionServices;
using Ashlar.Cli.Terminal;
using Ashlar.Model;
using Ashlar.Reports;

namespace Ashlar.Cli.Scan;

/// <summary>All outputs of a run as one writer.</summary>
internal sealed class ScanWriters : IReportWriter
{
    private readonly List<IReportWriter> _writers = [];
    private readonly string _folder;

    private ScanWriters(string folder) => _folder = folder;

    public static ScanWriters Open(ScanOptions options, CliOutput output, Redaction? redaction)
    {
        var all = new ScanWriters(options.Out);
        try
        {
            all.Add(new FindingsJsonWriter(all.Create("findings.json")), redaction);
            all.Add(new SarifWriter(all.Create("findings.sarif")), redaction);
            all.Add(new HtmlWriter(all.Create("ashlar-report.html")), redaction);
            if (options.Markdown is { } markdown)
            {
                all.Add(new MarkdownWriter(ReportFile.Create(markdown)), redaction);
            }

            if (options.JUnit is { } junit)
            {
                all.Add(new JUnitWriter(ReportFile.Create(junit)), redaction);
            }

            all.Add(options.Json ? new SummaryJsonWriter(output.Out) : new TerminalWriter(output.Out, TerminalSize.Of(output)), redaction);
            return all;
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    public IReadOnlyList<ReportPointer> Pointers(string? snapshot)
    {
        var pointers = new List<ReportPointer>
        {
            new("Report", Path.Combine(_folder, "ashlar-report.html")),
            new("Findings", Path.Combine(_folder, "findings.json")),
        };
        if (snapshot is not null)
        {
            pointers.Add(new("Ask", $"ashlar query --snapshot {snapshot} \"AiWorkloads | take 10\""));
        }

        return pointers;
    }

    public void Begin(ReportHeader header) => _writers.ForEach(w => w.Begin(header));

    /// <summary>The writers side by side: each has its own file.</summary>
    public void Write(ControlResult result)
    {
        try
        {
            Parallel.ForEach(_writers, w => w.Write(result));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    public void End(ReportFooter footer) => _writers.ForEach(w => w.End(footer));

    public void Dispose() => _writers.ForEach(w => w.Dispose());

    private ReportFile Create(string name) => ReportFile.Create(Path.Combine(_folder, name));

    private void Add(IReportWriter writer, Redaction? redaction) => _writers.Add(redaction is null ? writer : new RedactedWriter(writer, redaction));
}
