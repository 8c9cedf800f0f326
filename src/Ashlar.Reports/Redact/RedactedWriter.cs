using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Hands everything on with principals replaced; see <see cref="Redaction"/>. What a control says of itself is not the tenant's and stays.</summary>
public sealed class RedactedWriter(IReportWriter next, Redaction redaction) : IReportWriter
{
    public void Begin(ReportHeader header) => next.Begin(header with
    {
        Title = redaction.Text(header.Title),
        Sources = [.. header.Sources.Select(redaction.Text)],
        Inventory = header.Inventory with
        {
            Subscriptions = [.. header.Inventory.Subscriptions.Select(s => s with { Name = redaction.Maybe(s.Name) })],
        },
        Workloads = [.. header.Workloads.Select(Redacted)],
    });

    public void Write(ControlResult result)
    {
        var findings = new Finding[result.Findings.Count];
        for (var i = 0; i < findings.Length; i++)
            findings[i] = Redacted(result.Findings[i]);
        next.Write(result with { Findings = findings, Errors = [.. result.Errors.Select(Redacted)] });
    }

    public void End(ReportFooter footer) => next.End(footer with
    {
        Gaps = [.. footer.Gaps.Select(Redacted)],
        Diagnostics = [.. footer.Diagnostics.Select(Redacted)],
    });

    public void Dispose() => next.Dispose();

    // The fingerprint of a redacted subject is made from what is shown, else a guessed name could be tested against it.
    private Finding Redacted(Finding finding)
    {
        var id = redaction.Ids(finding.ResourceId);
        var subKey = redaction.Maybe(finding.SubKey);
        var same = id == finding.ResourceId && subKey == finding.SubKey;
        return finding with
        {
            ResourceId = id,
            SubKey = subKey,
            Evidence = RedactedJson.Of(redaction, finding.Evidence),
            Reasons = [.. finding.Reasons.Select(redaction.Text)],
            SeverityReasons = [.. finding.SeverityReasons.Select(redaction.Text)],
            Origin = finding.Origin is { } origin ? origin with { ResourceId = id, File = redaction.Text(origin.File), Address = redaction.Maybe(origin.Address) } : null,
            Fingerprint = same ? finding.Fingerprint : Fingerprints.Of(finding.Control, id, subKey),
        };
    }

    private AiWorkload Redacted(AiWorkload workload) => workload with
    {
        Name = redaction.Text(workload.Name),
        Environment = redaction.Maybe(workload.Environment),
        RootId = redaction.Ids(workload.RootId),
        Members = [.. workload.Members.Select(m => m with
        {
            ResourceId = redaction.Ids(m.ResourceId),
            Via = redaction.Text(m.Via),
            ReferredBy = m.ReferredBy is null ? null : redaction.Ids(m.ReferredBy),
        })],
        Models = [.. workload.Models.Select(m => m with
        {
            DeploymentId = redaction.Ids(m.DeploymentId),
            Model = redaction.Maybe(m.Model),
            FilterPolicy = redaction.Maybe(m.FilterPolicy),
            FilterDetail = [.. m.FilterDetail.Select(redaction.Text)],
        })],
        RunAs = [.. workload.RunAs.Select(r => new AiRunAs(
            redaction.Ids(r.HolderId),
            r.IdentityId is null ? null : redaction.Ids(r.IdentityId),
            redaction.Maybe(r.PrincipalId)))],
    };

    private Gap Redacted(Gap gap) => gap with
    {
        Scope = redaction.Ids(gap.Scope),
        Detail = redaction.Text(gap.Detail),
        Permission = redaction.Maybe(gap.Permission),
    };

    private Diagnostic Redacted(Diagnostic problem) => problem with { Message = redaction.Text(problem.Message), File = redaction.Maybe(problem.File) };
}
