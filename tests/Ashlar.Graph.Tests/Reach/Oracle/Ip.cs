using System.Globalization;

namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>IPv4 by arithmetic.</summary>
internal static class Ip
{
    private static readonly string[] Private = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"];

    public static long Of(string text) => text.Split('.').Aggregate(0L, (sum, part) => (sum * 256) + long.Parse(part, CultureInfo.InvariantCulture));

    /// <summary>First and last address.</summary>
    public static (long From, long To) Range(string prefix)
    {
        var slash = prefix.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return (Of(prefix), Of(prefix));
        var size = 1L << (32 - int.Parse(prefix[(slash + 1)..], CultureInfo.InvariantCulture));
        var from = Of(prefix[..slash]) / size * size;
        return (from, from + size - 1);
    }

    public static int Length(string prefix) => prefix.Contains('/', StringComparison.Ordinal) ? int.Parse(prefix[(prefix.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture) : 32;

    public static bool In(long address, string prefix) => Range(prefix) is var (from, to) && from <= address && address <= to;

    public static bool IsPublic(long address) => !Private.Any(p => In(address, p));

    public static bool IsPrefix(string text) => char.IsAsciiDigit(text[0]);

    /// <summary>Places where what holds of an address may change.</summary>
    public static IEnumerable<long> Edges(string prefix) => IsPrefix(prefix) ? [Range(prefix).From, Range(prefix).To + 1] : [];

    public static IEnumerable<long> PrivateEdges => Private.SelectMany(Edges);
}
