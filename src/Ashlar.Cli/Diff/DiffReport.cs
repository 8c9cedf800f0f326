using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli.Diff;

/// <summary>Two snapshots, compared.</summary>
/// <param name="Same">They hold the same rows, collected at the same time: nothing was worked out.</param>
/// <param name="Areas">What was compared.</param>
/// <param name="Notes">What a reader must know of the two snapshots to read the rest right.</param>
/// <param name="Changes">In order: area, kind, subject, detail.</param>
internal sealed record DiffReport(
    SnapshotInfo Before,
    SnapshotInfo After,
    bool Same,
    IReadOnlyList<DriftArea> Areas,
    IReadOnlyList<DriftOmission> Omitted,
    IReadOnlyList<string> Notes,
    IReadOnlyList<DriftChange> Changes)
{
    /// <summary>In the order in which a reader asks.</summary>
    public static IReadOnlyList<DriftTurn> Turns { get; } = [DriftTurn.New, DriftTurn.Gone, DriftTurn.Worse, DriftTurn.Better, DriftTurn.NoLongerSeen, DriftTurn.NowSeen, DriftTurn.Changed];

    public int Count(DriftTurn turn) => Changes.Count(c => c.Turn == turn);

    public static string Words(DriftTurn turn) => turn switch
    {
        DriftTurn.New => "new",
        DriftTurn.Gone => "gone",
        DriftTurn.Worse => "worse",
        DriftTurn.Better => "better",
        DriftTurn.NoLongerSeen => "no longer seen",
        DriftTurn.NowSeen => "only seen now",
        _ => "changed otherwise",
    };

    public static string Heading(DriftTurn turn) => turn switch
    {
        DriftTurn.New => "What is new",
        DriftTurn.Gone => "What is gone",
        DriftTurn.Worse => "What got worse",
        DriftTurn.Better => "What got better",
        DriftTurn.NoLongerSeen => "What can no longer be seen (no improvement)",
        DriftTurn.NowSeen => "What is only seen now (it may have been so before)",
        _ => "What changed otherwise",
    };

    /// <summary>What stands before a sentence of what was not read.</summary>
    public static string Unread(DriftTurn turn) => turn == DriftTurn.NowSeen ? "not read before" : "not read";

    public string Counts => Same || Changes.Count == 0 ? "Nothing changed." : string.Join(", ", Turns.Select(t => (Turn: t, Number: Count(t))).Where(t => t.Number > 0).Select(t => $"{t.Number:N0} {Words(t.Turn)}")) + ".";
}
