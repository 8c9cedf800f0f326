using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>What the pass over the rows gathers.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), Place> _byName = [];
    private readonly Dictionary<string, Place> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hostNames = new(StringComparer.Ordinal);

    public List<FoundFlow> Flows { get; } = [];

    /// <summary>Connections by key of their holder and name.</summary>
    public Dictionary<(string Holder, string Name), (End Target, Authentication Authentication, string Id)> Connections { get; } = [];

    /// <summary>Account key, deployment name and sku of every model deployment.</summary>
    public List<(string Account, string Name, string Sku)> Deployments { get; } = [];

    /// <summary>Key of a resource to the identities it runs as: id of the user-assigned one in lower case, else empty, and principal.</summary>
    public Dictionary<string, List<(string Identity, string Principal)>> Holders { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of storage accounts of which a container lets anybody read.</summary>
    public HashSet<string> OpenContainers { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of apps whose own settings were read.</summary>
    public HashSet<string> SettingsRead { get; } = new(StringComparer.Ordinal);

    /// <summary>Classes that labels give, by key.</summary>
    public Dictionary<string, DataClass> Labels { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Place> Places => _places.Values;

    public void Add(Place place)
    {
        if (_places.TryAdd(place.Key, place))
            _byName.TryAdd((place.Type, ResourceIds.Name(place.Id).ToLowerInvariant()), place);
    }

    /// <summary>The name that hosts of a resource are made of, in place of its own.</summary>
    public void AddName(string type, string name, Place place)
    {
        _byName[(type, name.ToLowerInvariant())] = place;
        _hostNames[place.Key] = name.ToLowerInvariant();
    }

    public void AddHost(string? host, Place place)
    {
        if (!string.IsNullOrEmpty(host))
            _byHost.TryAdd(host.ToLowerInvariant(), place);
    }

    public Place? ById(string id) => _places.GetValueOrDefault(ResourceIds.Key(id));

    public Place? ByName(string type, string name) => _byName.GetValueOrDefault((type, name.ToLowerInvariant()));

    /// <summary>The resource behind a host: by the very host where a resource reports it, else by the name that Azure makes hosts of.</summary>
    public Place? ByHost(string host)
    {
        if (_byHost.TryGetValue(host, out var place))
            return place;
        if (HostNames.Type(host) is not { } type || type == AiTypes.ContainerApp)
            return null;
        var name = HostNames.Name(host).ToLowerInvariant();
        // Whoever took the resource's own name as a domain may be anybody.
        if (_byName.GetValueOrDefault((type, name)) is { } named && _hostNames.TryGetValue(named.Key, out var own) && own != name)
            return null;
        return _byName.GetValueOrDefault((type, name)) ?? (type == "microsoft.eventhub/namespaces" ? _byName.GetValueOrDefault(("microsoft.servicebus/namespaces", name)) : null);
    }
}
