namespace Ashlar.Graph.Paths.Telling;

internal enum EvidenceKind : byte
{
    Fixed,

    /// <summary>A principal is in a set: itself, or through groups.</summary>
    Membership,

    /// <summary>Something is granted to a set.</summary>
    Grant,

    /// <summary>What gives a principal control of the tenant or a subscription.</summary>
    Ruling,
}
