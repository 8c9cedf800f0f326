namespace Ashlar.Graph.Reach.Judging;

internal enum EgressKind
{
    None,
    Internet,
    Firewall,
    Unknown,
}
