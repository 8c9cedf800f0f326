namespace Ashlar.Store;

/// <summary>A snapshot cannot be opened or written; the message names the file, the cause and what to do.</summary>
public sealed class SnapshotException(string message, Exception? inner = null) : Exception(message, inner);
