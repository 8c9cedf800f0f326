using System.Text;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The comment of a pull request: what is new and where, why it matters, how to fix it; folded below it what does not count and why. What has no room is counted.</summary>
public sealed class MarkdownWriter : IReportWriter
{
    /// <summary>GitHub takes 65,536 characters; counted here in bytes, the stricter way.</summary>
    public const int Most = 65_000;

    private readonly ReportFile _file;
    private readonly List<MarkdownControl> _controls = [];
    private readonly MarkdownTotals _totals = new();
    private ReportHeader? _header;

    public MarkdownWriter(ReportFile file) => _file = file;

    public void Begin(ReportHeader header) => _header = header;

    public void Write(ControlResult result)
    {
        _totals.Add(result);
        _controls.Add(MarkdownControl.Of(result));
    }

    public void End(ReportFooter footer)
    {
        _controls.Sort((left, right) => ControlTally.ByUrgency(left.Tally, right.Tally));
        var head = _totals.Head(_header!, footer, [.. _controls.Select(c => c.Tally)]);
        var tail = MarkdownTail.Write(_controls, footer, _header!.Inventory);
        var failures = MarkdownFailures.Write(_controls, Most - Encoding.UTF8.GetByteCount(head) - Encoding.UTF8.GetByteCount(tail));
        _file.Stream.Write(Encoding.UTF8.GetBytes(head + failures + tail));
        _file.Commit();
    }

    public void Dispose() => _file.Dispose();
}
