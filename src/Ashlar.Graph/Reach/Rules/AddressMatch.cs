using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>One end of a rule: addresses, service tags, application security groups.</summary>
/// <param name="Any"><c>*</c>.</param>
/// <param name="Tags">Names of service tags as written.</param>
/// <param name="Groups">Keys of application security groups.</param>
/// <param name="Readable">False: something in it is neither, and may mean anything.</param>
internal sealed record AddressMatch(bool Any, AddressSet Addresses, string[] Tags, string[] Groups, bool Readable)
{
    public static AddressMatch Everything { get; } = new(true, AddressSet.All, [], [], true);

    public static AddressMatch Of(IEnumerable<string> prefixes, IEnumerable<string> groups)
    {
        var ranges = new List<AddressRange>();
        var tags = new List<string>();
        var readable = true;
        foreach (var prefix in prefixes.SelectMany(p => p.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (prefix is "*" or "Any")
                return Everything;
            if (AddressRange.TryParse(prefix, out var range))
                ranges.Add(range);
            else if (char.IsAsciiLetter(prefix[0]) && !prefix.AsSpan().ContainsAny(" /:"))
                tags.Add(prefix);
            else
                readable = false;
        }

        string[] keys = [.. groups];
        return new(false, AddressSet.Of(ranges), [.. tags], keys, readable && (ranges.Count > 0 || tags.Count > 0 || keys.Length > 0));
    }

    public static AddressMatch Tag(string name) => new(false, AddressSet.Empty, [name], [], true);
}
