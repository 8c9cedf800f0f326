using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>One output of a run. Called in order: Begin, Write for each control in ordinal order of its id, End. Nothing appears under the file's name before End.</summary>
public interface IReportWriter : IDisposable
{
    void Begin(ReportHeader header);

    void Write(ControlResult result);

    void End(ReportFooter footer);
}
