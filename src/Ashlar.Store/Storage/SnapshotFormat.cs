namespace Ashlar.Store.Storage;

internal static class SnapshotFormat
{
    /// <summary>Raised when an older Ashlar cannot read the file.</summary>
    public const int Version = 1;

    /// <summary>Raised when the cache holds something else for the same question.</summary>
    public const int CacheVersion = 6;

    public const string InfoTable = "_snapshot";
}
