namespace Ashlar.Graph.Reach.Judging;

/// <summary>Who reaches a place.</summary>
/// <param name="Networks">Networks from which some address comes through.</param>
/// <param name="Unsure">Networks of which it is not known.</param>
/// <param name="Premises">Networks joined through gateways: true = come through, null = not known.</param>
/// <param name="Senders">Numbers of the senders that come through.</param>
/// <param name="UnsureSenders">Those of which it is not known.</param>
internal sealed record PlaceReach(IReadOnlyList<int> Networks, IReadOnlyList<int> Unsure, bool? Premises, IReadOnlyList<int> Senders, IReadOnlyList<int> UnsureSenders)
{
    /// <summary>Network of the gateway whose routes other gateways may have learned; -1 = none.</summary>
    public int LearnedAt { get; init; } = -1;

    public Width Width => new(
        Premises == true ? Level.Corporate : Networks.Count > 0 ? Level.Network : Level.Nowhere,
        Premises != false ? Level.Corporate : Networks.Count + Unsure.Count > 0 || LearnedAt >= 0 ? Level.Network : Level.Nowhere);
}
