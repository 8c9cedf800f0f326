using Ashlar.Model;

namespace Ashlar.Content;

/// <summary><c>severity.yaml</c>: how context raises or lowers a control's own severity. The first row that fits counts.</summary>
public sealed record SeverityTable(IReadOnlyList<SeverityStep> Steps)
{
    public static SeverityTable None { get; } = new([]);

    /// <summary>Severity in context and the sentence that says why; no sentence when nothing moved. A context that is not known fits no row that asks for it.</summary>
    public (Severity Severity, IReadOnlyList<string> Reasons) InContext(Severity own, string? exposure, string? blastRadius)
    {
        foreach (var step in Steps)
        {
            if ((step.Exposure is null || step.Exposure == exposure) && (step.BlastRadius is null || step.BlastRadius == blastRadius))
            {
                var moved = (Severity)Math.Clamp((int)own + step.By, (int)Severity.Info, (int)Severity.Critical);
                return moved == own ? (own, []) : (moved, [step.Because]);
            }
        }

        return (own, []);
    }
}
