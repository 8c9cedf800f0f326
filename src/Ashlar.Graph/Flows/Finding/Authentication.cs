namespace Ashlar.Graph.Flows.Finding;

/// <summary>How the reader shows who it is; the weakest counts where several settings name the same flow.</summary>
internal enum Authentication
{
    Anonymous,
    Key,
    Unknown,
    Identity,

    /// <summary>Nothing is shown, for nothing is asked: the service moves the data itself.</summary>
    None,
}
