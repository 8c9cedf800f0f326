using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Reading;

/// <summary>One pass over the rows of each table: where things stand, and what their settings state.</summary>
internal sealed class FlowReader(AccessQuery query)
{
    private const string Columns = " | project id, type, kind, location, properties, identity, tags, sku";
    private static readonly string[] Tables = ["resources", "armresources", "appserviceresources"];

    // What is deeper than any Azure resource is not read.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    private readonly Ledger _ledger = new();
    private readonly TextPool _pool = new();
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public Ledger Read()
    {
        var hosts = new CapabilityHostFlows();
        var finders = FlowTypes.Finders(hosts);
        foreach (var table in Tables)
        {
            var there = query.Run($"{table} | distinct type").Select(r => AccessQuery.Text(r[0])).Where(t => finders.ContainsKey(t) || FlowTypes.Ends.Contains(t)).Order(StringComparer.Ordinal).ToList();
            if (there.Count == 0)
                continue;
            query.Scan($"{table} | where type in ({RowReader.Literals(there)}){Columns}", row => Row(row, finders));
            if (table == "resources")
                _read.UnionWith(there);
        }

        hosts.Settle(_ledger);
        return _ledger;
    }

    /// <summary>Places of other types that a flow turned out to end at.</summary>
    public void ReadEnds()
    {
        var keys = _ledger.Flows.SelectMany(f => new[] { f.From.Id, f.To.Id }).OfType<string>().Where(id => _ledger.ById(id) is null).Select(ResourceIds.Key).ToHashSet(StringComparer.Ordinal);
        var types = keys.Select(ResourceIds.Type).OfType<string>().Where(t => !_read.Contains(t)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (types.Count == 0)
            return;
        query.Scan($"resources | where type in ({RowReader.Literals(types)}) | project id, type, location, tags", row =>
        {
            var id = row.Text(0);
            if (keys.Contains(ResourceIds.Key(id)))
            {
                using var tags = Parse(row.Utf8(3));
                _ledger.Add(new Place(id, ResourceIds.Key(id), _pool.Of(row.Utf8(1)), Region(row.Text(2))) { Class = DataClass.OfTags(Root(tags)) });
            }
        });
    }

    private void Row(KqlCells cells, IReadOnlyDictionary<string, Action<FlowRow, Ledger>> finders)
    {
        var id = cells.Text(0);
        var type = _pool.Of(cells.Utf8(1));
        var finds = finders.TryGetValue(type, out var find);
        using var properties = finds ? Parse(cells.Utf8(4)) : null;
        using var sku = finds ? Parse(cells.Utf8(7)) : null;
        var row = new FlowRow(id, type, _pool.Of(cells.Utf8(2)), Region(_pool.Of(cells.Utf8(3))), Root(properties), Root(sku));
        if (type.AsSpan().Count('/') == 1 || FlowTypes.EndsBelow.Contains(type))
        {
            using var tags = Parse(cells.Utf8(6));
            var place = new Place(id, ResourceIds.Key(id), type, row.Region) { Kind = row.Kind, Class = DataClass.OfTags(Root(tags)), HasBody = !finds || row.HasBody };
            _ledger.Add(place);
            Hosts(row, place);
            Holder(id, place.Key, cells.Utf8(5), row);
        }

        find?.Invoke(row, _ledger);
        if (type == FlowTypes.SiteSettings && row.Name.Equals("appsettings", StringComparison.OrdinalIgnoreCase))
            _ledger.SettingsRead.Add(ResourceIds.Key(row.Parent));
    }

    // Hosts that a resource reports as its own, beside those that are made of its name.
    private void Hosts(FlowRow row, Place place)
    {
        switch (row.Type)
        {
            case AiTypes.Account when row.Properties.At("customSubDomainName").Text() is { Length: > 0 } domain:
                _ledger.AddName(row.Type, domain, place);
                break;
            case "microsoft.web/sites":
                foreach (var host in row.Properties.At("hostNames").Items().Concat(row.Properties.At("enabledHostNames").Items()).Append(row.Properties.At("defaultHostName")))
                    _ledger.AddHost(host.Text(), place);
                break;
            case AiTypes.ContainerApp:
                _ledger.AddHost(row.Properties.At("configuration.ingress.fqdn").Text(), place);
                _ledger.AddHost(row.Properties.At("latestRevisionFqdn").Text(), place);
                foreach (var domain in row.Properties.At("configuration.ingress.customDomains").Items())
                    _ledger.AddHost(domain.At("name").Text(), place);
                break;
            case AiTypes.Workspace + "/onlineendpoints" when row.Properties.At("scoringUri").Text() is { } scoring:
                _ledger.AddHost(End.Of(scoring).Host, place);
                break;
        }
    }

    private void Holder(string id, string key, ReadOnlySpan<byte> identity, FlowRow row)
    {
        var found = new List<(string, string)>();
        using (var document = Parse(identity))
        {
            foreach (var one in Workloads.Facts.Identities.Of(id, Root(document)))
            {
                if (one.PrincipalId is { Length: > 0 } principal)
                    found.Add((one.IdentityId is null ? "" : ResourceIds.Key(one.IdentityId), principal));
            }
        }

        // Nodes of a cluster pull their images as the kubelet's identity.
        if (row.Type == AiTypes.Cluster && row.Properties.At("identityProfile.kubeletidentity.objectId").Text() is { Length: > 0 } kubelet)
            found.Add(("kubelet", kubelet));
        if (found.Count > 0)
            _ledger.Holders.TryAdd(key, found);
    }

    private static string Region(string text) => text.Contains(' ', StringComparison.Ordinal) || text.Any(char.IsUpper) ? text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : text;

    private static JsonElement Root(JsonDocument? document) => document?.RootElement ?? default;

    private static JsonDocument? Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
            return null;
        try
        {
            return JsonDocument.Parse(text.ToArray(), Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
