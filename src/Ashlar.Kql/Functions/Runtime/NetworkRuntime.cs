using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Addresses as 128 bits; an IPv4 address stands in the last 32 (::ffff:a.b.c.d).</summary>
internal static class NetworkRuntime
{
    private const string Address4 = @"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}";

    public static void Register(ClrRegistry registry)
    {
        registry.Value<string, long, long>("k_parse_ipv4", (text, prefix) => Network(text, false) is { } n && prefix is >= 0 and <= 32 ? (long)(uint)Masked(n.Bits, Math.Min(n.Prefix, (int)prefix + 96)) : null);
        registry.Value<string, long>("k_ipv4_suffix", text => Network(text, false) is { } n ? n.Prefix - 96 : null);
        registry.Value<string, bool>("k_ipv4_is_private", text => Network(text, false) is { } n ? Private.Any(p => p.Prefix <= n.Prefix && Masked(n.Bits, p.Prefix) == p.Bits) : null);
        registry.Value<string, string, long, bool, long>("k_ip_compare", Compare);
        registry.Value<string, string, bool, bool>("k_ip_in_range", InRange);
        registry.Value<string, string, bool, bool>("k_ip_in_ranges", (ip, ranges, six) => Network(ip, six) is null ? null : ArrayRuntime.Texts(ranges).Any(r => InRange(ip, r, six) == true));
        registry.Text<string, string>("k_ipv4_cidrs", Cidrs);
        registry.Text<string, long, bool>("k_format_ipv4", (text, prefix, mask) => Network(text, false) is { } n && prefix is >= 0 and <= 32 ? Format4((uint)n.Bits, Math.Min(n.Prefix - 96, (int)prefix), mask) : null);
        registry.Text<long, long, bool>("k_format_ipv4_number", (number, prefix, mask) => number is >= 0 and <= uint.MaxValue && prefix is >= 0 and <= 32 ? Format4((uint)number, (int)prefix, mask) : null);
        registry.Value<string, string, bool, bool>("k_has_ipv4", Has);
        registry.Text<string, long>("k_parse_ipv6", (text, prefix) => Network(text, true) is { } n && prefix is >= 0 and <= 128 ? Format6(Masked(n.Bits, Math.Min(n.Prefix, (int)prefix))) : null);
    }

    private static readonly (UInt128 Bits, int Prefix)[] Private =
        [Network("10.0.0.0/8", false)!.Value, Network("172.16.0.0/12", false)!.Value, Network("192.168.0.0/16", false)!.Value];

    private static (UInt128 Bits, int Prefix)? Network(string text, bool six)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = (slash < 0 ? text : text[..slash]).Trim();
        if (!IPAddress.TryParse(address, out var ip))
            return null;
        var four = ip.AddressFamily == AddressFamily.InterNetwork;
        if (four && (address.Count(c => c == '.') != 3 || address.Any(c => c is not '.' && !char.IsAsciiDigit(c))))
            return null;
        if (!four && !six)
            return null;
        var bytes = four ? ip.MapToIPv6().GetAddressBytes() : ip.GetAddressBytes();
        UInt128 bits = 0;
        foreach (var b in bytes)
            bits = (bits << 8) | b;
        // ::1.2.3.4 is the IPv4 address, as ::ffff:1.2.3.4 is; its prefix counts IPv4's bits.
        var embedded = !four && address.Contains('.', StringComparison.Ordinal) && bits >> 32 is { } high && (high == 0 || high == 0xFFFF);
        if (embedded)
            bits |= (UInt128)0xFFFF << 32;
        var prefix = 128;
        if (slash >= 0)
        {
            if (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > (four ? 32 : 128))
                return null;
            prefix += four || (embedded && prefix <= 32) ? 96 : 0;
        }

        return (Masked(bits, prefix), prefix);
    }

    private static UInt128 Masked(UInt128 bits, int prefix) => prefix <= 0 ? 0 : bits & (UInt128.MaxValue << (128 - prefix));

    private static long? Compare(string a, string b, long prefix, bool six)
    {
        if (Network(a, six) is not { } x || Network(b, six) is not { } y || prefix < 0 || prefix > (six ? 128 : 32))
            return null;
        var shortest = Math.Min(Math.Min(x.Prefix, y.Prefix), six ? (int)prefix : (int)prefix + 96);
        return Masked(x.Bits, shortest).CompareTo(Masked(y.Bits, shortest));
    }

    private static bool? InRange(string ip, string range, bool six) =>
        Network(ip, six) is { } x && Network(range, six) is { } y ? x.Prefix >= y.Prefix && Masked(x.Bits, y.Prefix) == y.Bits : null;

    private static string Dotted(uint bits) => $"{bits >> 24}.{(bits >> 16) & 255}.{(bits >> 8) & 255}.{bits & 255}";

    private static string Format4(uint bits, int prefix, bool withMask) =>
        Dotted((uint)Masked(bits | ((UInt128)0xFFFF << 32), prefix + 96)) + (withMask ? "/" + prefix.ToString(CultureInfo.InvariantCulture) : "");

    private static string Format6(UInt128 bits) =>
        string.Join(':', Enumerable.Range(0, 8).Select(i => ((ushort)(bits >> (112 - (16 * i)))).ToString("x4", CultureInfo.InvariantCulture)));

    private static string? Cidrs(string from, string to)
    {
        if (Network(from, false) is not { Prefix: 128 } a || Network(to, false) is not { Prefix: 128 } b || a.Bits > b.Bits)
            return null;
        var networks = new List<string>();
        ulong start = (uint)a.Bits, end = (uint)b.Bits;
        while (start <= end)
        {
            var size = 0;
            while (size < 32 && (start & ((2UL << size) - 1)) == 0 && start + (2UL << size) - 1 <= end)
                size++;
            networks.Add(Json.String(Dotted((uint)start) + "/" + (32 - size).ToString(CultureInfo.InvariantCulture)));
            start += 1UL << size;
        }

        return ArrayRuntime.Join(networks);
    }

    /// <summary>An address counts when neither a digit, a letter nor a dot stands beside it.</summary>
    private static bool? Has(string text, string json, bool prefix)
    {
        foreach (var wanted in ArrayRuntime.Texts(json))
        {
            if (!prefix && Network(wanted, false) is null)
                continue;
            foreach (var match in Patterns.All(Patterns.Get(Address4)!, text))
            {
                var end = match.Index + match.Length;
                if ((match.Index > 0 && Joins(text[match.Index - 1])) || (end < text.Length && Joins(text[end]) && !(text[end] == '.' && (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1])))))
                    continue;
                if (prefix ? match.Value.StartsWith(wanted, StringComparison.Ordinal) && (wanted.EndsWith('.') || match.Length == wanted.Length) : match.Value == wanted)
                    return true;
            }
        }

        return false;
    }

    private static bool Joins(char c) => char.IsLetterOrDigit(c) || c == '.';
}
