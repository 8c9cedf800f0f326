namespace Ashlar.Model;

/// <summary>The one spelling of areas and turns in options and every output.</summary>
public static class DriftNames
{
    public static string Name(this DriftArea area) => area switch
    {
        DriftArea.Workloads => "workloads",
        DriftArea.Access => "access",
        DriftArea.Exposure => "exposure",
        DriftArea.Flows => "flows",
        DriftArea.Paths => "paths",
        DriftArea.Verdicts => "verdicts",
        _ => throw new ArgumentOutOfRangeException(nameof(area)),
    };

    public static string Name(this DriftTurn turn) => turn switch
    {
        DriftTurn.New => "new",
        DriftTurn.Gone => "gone",
        DriftTurn.Worse => "worse",
        DriftTurn.Better => "better",
        DriftTurn.Changed => "changed",
        DriftTurn.NoLongerSeen => "noLongerSeen",
        DriftTurn.NowSeen => "nowSeen",
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };
}
