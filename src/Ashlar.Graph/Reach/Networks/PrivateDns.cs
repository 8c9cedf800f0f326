namespace Ashlar.Graph.Reach.Networks;

/// <summary>Private DNS zones: where they are linked, and what stands in them.</summary>
internal sealed class PrivateDns
{
    /// <summary>Names of zones, lower case, to the keys of the zones with that name.</summary>
    public Dictionary<string, HashSet<string>> Zones { get; } = new(StringComparer.Ordinal);

    /// <summary>Network key to the keys of zones linked there.</summary>
    public Dictionary<string, HashSet<string>> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Key of a private endpoint to the keys of zones that its zone groups write to.</summary>
    public Dictionary<string, List<string>> GroupsOf { get; } = new(StringComparer.Ordinal);

    /// <summary>Zone key and name of an A record, lower case.</summary>
    public HashSet<(string Zone, string Name)> Records { get; } = [];

    public void Link(string network, string zoneKey)
    {
        if (!Links.TryGetValue(network, out var zones))
            Links[network] = zones = new(StringComparer.Ordinal);
        zones.Add(zoneKey);
    }

    public void Zone(string key)
    {
        var name = NameOf(key);
        if (!Zones.TryGetValue(name, out var zones))
            Zones[name] = zones = new(StringComparer.Ordinal);
        zones.Add(key);
    }

    public static string NameOf(string zoneKey) => zoneKey[(zoneKey.LastIndexOf('/') + 1)..];
}
