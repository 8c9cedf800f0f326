namespace Ashlar.Graph.Reach.Judging;

/// <summary>From where a connection can be opened, narrow to wide.</summary>
internal enum Level
{
    Nowhere,
    Network,
    Corporate,
    Azure,
    Internet,
}
