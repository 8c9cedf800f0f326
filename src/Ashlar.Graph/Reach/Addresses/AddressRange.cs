using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ashlar.Graph.Reach.Addresses;

/// <summary>Addresses from one to another, both included, in one order: IPv4 at 0 to 2^32-1, IPv6 as it is.</summary>
/// <remarks>Of IPv6 what lies below 2^64 is left out, so that <c>::/0</c> holds no IPv4; nothing in use lies there.</remarks>
internal readonly record struct AddressRange(UInt128 From, UInt128 To)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");
    private static readonly UInt128 LowestOfSix = (UInt128)1 << 64;

    public static AddressRange Four { get; } = new(0, uint.MaxValue);

    public static AddressRange Six { get; } = new(LowestOfSix, UInt128.MaxValue);

    public bool IsFour => To <= uint.MaxValue;

    public bool IsSingle => From == To;

    public bool Holds(AddressRange other) => From <= other.From && other.To <= To;

    public bool Meets(AddressRange other) => From <= other.To && other.From <= To;

    public static AddressRange Single(uint four) => new(four, four);

    /// <summary>An address, a prefix (<c>10.0.0.0/8</c>; bits below the mask do not count) or two addresses with a dash.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        if (text is null)
            return false;
        var span = text.AsSpan().Trim();
        var slash = span.IndexOf('/');
        if (slash >= 0)
            return TryPrefix(span[..slash], span[(slash + 1)..], out range);
        var dash = span.IndexOf('-');
        if (dash < 0)
        {
            range = TryAddress(span, out var only, out var isSix) ? new(only, only) : default;
            return range != default || (!isSix && span is "0.0.0.0");
        }

        if (!TryAddress(span[..dash], out var from, out var six) || !TryAddress(span[(dash + 1)..], out var to, out var otherSix) || six != otherSix || from > to || (six && from < LowestOfSix))
            return false;
        range = new(from, to);
        return true;
    }

    /// <summary>Length of the mask; null when the range is no prefix.</summary>
    public int? PrefixLength
    {
        get
        {
            var size = To - From;
            if ((size & (size + 1)) != 0 || (From & size) != 0)
                return null;
            return (IsFour ? 32 : 128) - (size == 0 ? 0 : 128 - (int)UInt128.LeadingZeroCount(size));
        }
    }

    public override string ToString() => IsSingle ? Show(From) : PrefixLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"{Show(From)}/{length}") : $"{Show(From)}-{Show(To)}";

    private static bool TryPrefix(ReadOnlySpan<char> address, ReadOnlySpan<char> length, out AddressRange range)
    {
        range = default;
        if (!TryAddress(address, out var at, out var six) || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits > (six ? 128 : 32))
            return false;
        var size = six && bits == 0 ? UInt128.MaxValue : ((UInt128)1 << ((six ? 128 : 32) - bits)) - 1;
        var from = at & ~size;
        range = six ? new(UInt128.Max(from, LowestOfSix), from | size) : new(from, from + size);
        return range.From <= range.To;
    }

    // Four numbers, or IPv6: what .NET reads besides (0x7f.1, 127.1) no Azure API takes.
    private static bool TryAddress(ReadOnlySpan<char> text, out UInt128 address, out bool six)
    {
        (address, six) = (0, false);
        text = text.Trim();
        if (text.Contains('%') || !IPAddress.TryParse(text, out var parsed))
            return false;
        Span<byte> bytes = stackalloc byte[16];
        if (parsed.AddressFamily == AddressFamily.InterNetwork)
        {
            if (text.Count('.') != 3 || text.ContainsAnyExcept(Digits) || !parsed.TryWriteBytes(bytes, out _))
                return false;
            address = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            return true;
        }

        six = true;
        if (!parsed.TryWriteBytes(bytes, out _))
            return false;
        address = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        // :: is only good for a prefix.
        return address >= LowestOfSix || address == 0;
    }

    private static string Show(UInt128 address)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address);
        return new IPAddress(address <= uint.MaxValue ? bytes[12..] : bytes).ToString();
    }
}
