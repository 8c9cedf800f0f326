using System.Security.Cryptography;
using Ashlar.Store;

namespace Ashlar.Cli.Diff;

/// <summary>Whether two snapshots hold the same, told without working anything out.</summary>
internal static class SameRows
{
    /// <summary>One file under two names, or two with the same bytes.</summary>
    public static bool AreSameFile(string before, string after)
    {
        if (new FileInfo(before).Length != new FileInfo(after).Length)
            return false;
        using var one = File.OpenRead(before);
        using var other = File.OpenRead(after);
        return SHA256.HashData(one).AsSpan().SequenceEqual(SHA256.HashData(other));
    }

    /// <summary>The same rows at the same time. At another time the same rows can mean something else: what has run out since, what a control calls old.</summary>
    public static bool AreSame(Snapshot before, Snapshot after, CancellationToken cancellationToken)
    {
        if (before.Info.AsOf != after.Info.AsOf)
            return false;
        var reading = Task.Run(() => before.TableHashes(cancellationToken), cancellationToken);
        var now = after.TableHashes(cancellationToken);
        var then = reading.GetAwaiter().GetResult();
        return then.Count == now.Count && then.All(t => now.TryGetValue(t.Key, out var hash) && hash == t.Value);
    }
}
