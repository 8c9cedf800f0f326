namespace Ashlar.Graph.Reach.Addresses;

/// <summary>Addresses as ranges in order that do not touch.</summary>
internal sealed class AddressSet
{
    private readonly AddressRange[] _ranges;

    private AddressSet(AddressRange[] ranges) => _ranges = ranges;

    public static AddressSet Empty { get; } = new([]);

    public static AddressSet All { get; } = new([AddressRange.Four, AddressRange.Six]);

    /// <summary>Never seen in the open internet.</summary>
    public static AddressSet NotPublic { get; } = Parse(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3", "fc00::/7", "fe80::/10", "ff00::/8");

    public static AddressSet Public { get; } = All.Minus(NotPublic);

    public ReadOnlySpan<AddressRange> Ranges => _ranges;

    public bool IsEmpty => _ranges.Length == 0;

    public static AddressSet Of(AddressRange range) => new([range]);

    public static AddressSet Of(IEnumerable<AddressRange> ranges)
    {
        var all = ranges.ToArray();
        if (all.Length < 2)
            return all.Length == 0 ? Empty : new(all);
        Array.Sort(all, static (left, right) => left.From.CompareTo(right.From));
        var last = 0;
        for (var i = 1; i < all.Length; i++)
        {
            if (all[last].To == UInt128.MaxValue || all[i].From <= all[last].To + 1)
                all[last] = all[last] with { To = UInt128.Max(all[last].To, all[i].To) };
            else
                all[++last] = all[i];
        }

        return new(all[..(last + 1)]);
    }

    public static AddressSet Parse(params ReadOnlySpan<string> texts)
    {
        var ranges = new List<AddressRange>(texts.Length);
        foreach (var text in texts)
        {
            if (AddressRange.TryParse(text, out var range))
                ranges.Add(range);
        }

        return Of(ranges);
    }

    public AddressSet Or(AddressSet other) => IsEmpty ? other : other.IsEmpty || ReferenceEquals(this, other) ? this : Of([.. _ranges, .. other._ranges]);

    public AddressSet And(AddressSet other)
    {
        if (IsEmpty || ReferenceEquals(other, All) || ReferenceEquals(this, other))
            return this;
        if (other.IsEmpty || ReferenceEquals(this, All))
            return other;
        if (_ranges.Length == 1)
        {
            if (other.Holds(_ranges[0]))
                return this;
            if (!other.Meets(_ranges[0]))
                return Empty;
        }

        List<AddressRange>? both = null;
        for (int i = 0, j = 0; i < _ranges.Length && j < other._ranges.Length;)
        {
            var (one, two) = (_ranges[i], other._ranges[j]);
            if (one.Meets(two))
                (both ??= []).Add(new(UInt128.Max(one.From, two.From), UInt128.Min(one.To, two.To)));
            if (one.To < two.To)
                i++;
            else
                j++;
        }

        return both is null ? Empty : new([.. both]);
    }

    public AddressSet Minus(AddressSet other)
    {
        if (IsEmpty || other.IsEmpty || !Meets(other))
            return this;
        if (ReferenceEquals(other, All))
            return Empty;
        var left = new List<AddressRange>();
        var j = 0;
        foreach (var range in _ranges)
        {
            var from = range.From;
            var done = false;
            while (j < other._ranges.Length && other._ranges[j].To < from)
                j++;
            for (var k = j; k < other._ranges.Length && other._ranges[k].From <= range.To; k++)
            {
                if (other._ranges[k].From > from)
                    left.Add(new(from, other._ranges[k].From - 1));
                if (other._ranges[k].To >= range.To)
                {
                    done = true;
                    break;
                }

                from = other._ranges[k].To + 1;
            }

            if (!done)
                left.Add(new(from, range.To));
        }

        return left.Count == 0 ? Empty : new([.. left]);
    }

    public bool Meets(AddressSet other)
    {
        for (int i = 0, j = 0; i < _ranges.Length && j < other._ranges.Length;)
        {
            if (_ranges[i].Meets(other._ranges[j]))
                return true;
            if (_ranges[i].To < other._ranges[j].To)
                i++;
            else
                j++;
        }

        return false;
    }

    public bool Meets(AddressRange range)
    {
        foreach (var own in _ranges)
        {
            if (own.Meets(range))
                return true;
        }

        return false;
    }

    public bool Holds(AddressRange range)
    {
        foreach (var own in _ranges)
        {
            if (own.Holds(range))
                return true;
        }

        return false;
    }

    public bool Holds(AddressSet other)
    {
        foreach (var range in other._ranges)
        {
            if (!Holds(range))
                return false;
        }

        return true;
    }

    /// <summary>How many IPv4 addresses are in it.</summary>
    public ulong CountOfFour()
    {
        ulong count = 0;
        foreach (var range in _ranges)
        {
            if (range.IsFour)
                count += (ulong)(range.To - range.From) + 1;
        }

        return count;
    }

    public override string ToString() => string.Join(", ", _ranges);
}
