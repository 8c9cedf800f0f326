using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>
/// A findings.json of an earlier run, to compare with. It is read beside the run, one control at a time, so that memory does not grow with the
/// tenant; therefore its findings must stand in the order in which Ashlar writes them.
/// </summary>
public sealed class Baseline : IDisposable
{
    private readonly FindingsReader _reader;
    private readonly List<(string Control, int Fails)> _notRun = [];
    private BaselineEntry? _ahead;
    private int _new;
    private int _known;
    private int _moreSevere;
    private int _gone;
    private int _lostSight;

    private Baseline(BaselineHead head, FindingsReader reader)
    {
        Head = head;
        _reader = reader;
        _ahead = reader.Next();
    }

    public BaselineHead Head { get; }

    /// <summary>Reads the whole file once, so that a damaged one is known before anything is assessed.</summary>
    /// <returns>The baseline, or one problem.</returns>
    public static (Baseline? Baseline, Diagnostic? Problem) Open(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: 0 })
                return (null, Problem(path, "is empty. A baseline is the findings.json of an earlier 'ashlar scan'."));
            using var check = new FindingsReader(Stream(path));
            for (var group = BaselineGroup.Read(check, check.Next(), out var next); group is not null;)
            {
                if (next is not null && string.CompareOrdinal(next.Control, group.Control) < 0)
                    return (null, Problem(path, $"does not have its findings in the order of their controls ('{SafeText.OneLine(next.Control)}' comes after '{SafeText.OneLine(group.Control)}'). Take the file as 'ashlar scan' wrote it."));
                group = BaselineGroup.Read(check, next, out next);
            }

            return (new Baseline(check.Head, new FindingsReader(Stream(path))), null);
        }
        catch (BaselineException e)
        {
            return (null, Problem(path, e.Message));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, Problem(path, "is damaged, ends too early, or is no JSON at all. A baseline is the whole findings.json of an earlier 'ashlar scan'."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, Problem(path, "cannot be read. Check the path and the permissions."));
        }
    }

    /// <summary>Says of each finding what it was, and which failures are gone. Results come in ordinal order of their controls, each once.</summary>
    /// <param name="fingerprint">What a finding is called in the baseline; null = its own fingerprint.</param>
    public ControlResult Compare(ControlResult result, Func<Finding, string>? fingerprint)
    {
        ArgumentNullException.ThrowIfNull(result);
        while (_ahead is not null && string.CompareOrdinal(_ahead.Control, result.Control.Id) < 0)
            NotRun(Group());
        var before = _ahead?.Control == result.Control.Id ? Group() : BaselineGroup.Empty(result.Control.Id);
        if (result.Findings.Count == 0 && result.Errors.Any(e => e.Level == DiagnosticLevel.Error))
        {
            NotRun(before);
            return result;
        }

        var compared = new Finding[result.Findings.Count];
        for (var i = 0; i < compared.Length; i++)
        {
            var finding = result.Findings[i];
            compared[i] = finding with { Compared = before.Meet(finding, fingerprint is null ? finding.Fingerprint : fingerprint(finding)) };
            Count(compared[i]);
        }

        var gone = before.Gone();
        _gone += gone.Count;
        return result with { Findings = compared, Gone = gone };
    }

    /// <summary>To be asked for after the last control.</summary>
    public BaselineSummary Finish()
    {
        while (_ahead is not null)
            NotRun(Group());
        return new BaselineSummary(Head.Title, Head.AsOf, _new, _known, _moreSevere, _gone, _lostSight, _notRun);
    }

    public void Dispose() => _reader.Dispose();

    private BaselineGroup Group() => BaselineGroup.Read(_reader, _ahead, out _ahead)!;

    private void NotRun(BaselineGroup group)
    {
        if (group.Fails > 0)
            _notRun.Add((group.Control, group.Fails));
    }

    private void Count(Finding finding)
    {
        var compared = finding.Compared!;
        if (finding.Counts)
            _new++;
        else if (finding.Verdict == Verdict.Fail && finding.Suppressed is null)
            _known++;
        if (finding.Verdict == Verdict.Fail && finding.Suppressed is null && compared.State == BaselineState.Updated && finding.Severity > compared.SeverityBefore)
            _moreSevere++;
        if (finding.Verdict == Verdict.Unknown && compared.Before is (Verdict.Pass or Verdict.Fail))
            _lostSight++;
    }

    private static FileStream Stream(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);

    private static Diagnostic Problem(string path, string says) => new("ASH5005", DiagnosticLevel.Error, "The baseline " + says, path);
}
