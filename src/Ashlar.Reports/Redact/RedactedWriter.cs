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
        Picture = new RedactedPicture(redaction).Of(header.Picture),
        Redaction = redaction.Mark,
    });

    public void Write(ControlResult result)
    {
        var findings = new Finding[result.Findings.Count];
        for (var i = 0; i < findings.Length; i++)
            findings[i] = Redacted(result.Findings[i]);
        next.Write(result with
        {
            Findings = findings,
            Errors = [.. result.Errors.Select(Redacted)],
            Gone = [.. result.Gone.Select(Redacted)],
        });
    }

    public void End(ReportFooter footer) => next.End(footer with
    {
        Gaps = [.. footer.Gaps.Select(Redacted)],
        Diagnostics = [.. footer.Diagnostics.Select(Redacted)],
        Baseline = footer.Baseline is { } baseline ? baseline with { Title = redaction.Text(baseline.Title) } : null,
        Suppressions = footer.Suppressions is { } suppressions
            ? suppressions with { Expired = [.. suppressions.Expired.Select(e => e with { Suppression = Redacted(e.Suppression), File = redaction.Text(e.File) })] }
            : null,
    });

    public void Dispose() => next.Dispose();

    private Finding Redacted(Finding finding)
    {
        var id = redaction.Ids(finding.ResourceId);
        return finding with
        {
            ResourceId = id,
            SubKey = redaction.Maybe(finding.SubKey),
            Evidence = RedactedJson.Of(redaction, finding.Evidence),
            Reasons = [.. finding.Reasons.Select(redaction.Text)],
            SeverityReasons = [.. finding.SeverityReasons.Select(redaction.Text)],
            Origin = finding.Origin is { } origin ? origin with { ResourceId = id, File = redaction.Text(origin.File), Address = redaction.Maybe(origin.Address) } : null,
            Suppressed = finding.Suppressed is { } suppression ? Redacted(suppression) : null,
            Fingerprint = redaction.Fingerprint(finding),
        };
    }

    // The baseline calls it by the fingerprint that this run would give it; a subject that is gone has no other.
    private GoneFinding Redacted(GoneFinding gone)
    {
        var id = redaction.Ids(gone.ResourceId);
        var subKey = redaction.Maybe(gone.SubKey);
        return gone with
        {
            ResourceId = id,
            SubKey = subKey,
            Fingerprint = id == gone.ResourceId && subKey == gone.SubKey ? gone.Fingerprint : Fingerprints.Of(gone.Control, id, subKey),
        };
    }

    private Suppression Redacted(Suppression suppression) => suppression with
    {
        Owner = redaction.Text(suppression.Owner),
        Reason = redaction.Text(suppression.Reason),
        Ticket = redaction.Maybe(suppression.Ticket),
    };

    private AiWorkload Redacted(AiWorkload workload) => workload with
    {
        Name = redaction.Text(workload.Name),
        Environment = redaction.Maybe(workload.Environment),
        RootId = redaction.Ids(workload.RootId),
        Owners = [.. workload.Owners.Select(redaction.Text)],
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
