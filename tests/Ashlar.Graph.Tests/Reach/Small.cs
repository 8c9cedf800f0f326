using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>Tenants of a few rows: every resource in them is asked for.</summary>
internal sealed class Small
{
    public const string Sub = "/subscriptions/11111111-1111-1111-1111-111111111111";
    public const string Vnet = Sub + "/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v";
    private readonly List<JsonObject> _resources = [];
    private readonly Dictionary<string, List<JsonObject>> _others = new(StringComparer.Ordinal);
    private readonly List<string> _subjects = [];
    private readonly List<Gap> _gaps = [];

    public bool Whole { get; init; } = true;

    /// <param name="name">Of a child both names: <c>workspace/compute</c>.</param>
    public static string Id(string type, string name)
    {
        var (types, names) = (type.Split('/'), name.Split('/'));
        return $"{Sub}/resourceGroups/rg/providers/{types[0]}" + string.Concat(types.Skip(1).Zip(names, (t, n) => $"/{t}/{n}"));
    }

    /// <summary>A resource whose doors are asked for.</summary>
    public Small With(string type, string name, string properties, string kind = "", string? sku = null)
    {
        var row = Row(Id(type, name), properties);
        row["kind"] = kind;
        if (sku is not null)
            row["sku"] = new JsonObject { ["name"] = sku };
        (type.Count(c => c == '/') > 1 && !type.EndsWith("onlineEndpoints", StringComparison.Ordinal) ? Table("armresources") : _resources).Add(row);
        _subjects.Add(Id(type, name));
        return this;
    }

    public Small Beside(string type, string name, string properties, string table = "resources", string? sku = null)
    {
        var row = Row(Id(type, name), properties);
        if (sku is not null)
            row["sku"] = new JsonObject { ["name"] = sku };
        (table == "resources" ? _resources : Table(table)).Add(row);
        return this;
    }

    /// <summary>A row below a resource: <paramref name="id"/> in full.</summary>
    public Small Below(string id, string properties, string table = "armresources")
    {
        (table == "resources" ? _resources : Table(table)).Add(Row(id, properties));
        return this;
    }

    /// <summary>A network 10.0.0.0/16 with subnets <c>s1</c> (10.0.1.0/24) and <c>pe</c> (10.0.2.0/24), and room for a gateway.</summary>
    public Small Network(string s1 = "", string pe = "", string more = "") => Beside("Microsoft.Network/virtualNetworks", "v", $$$$"""
        {"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"subnets":[
          {"id":"{{{{Vnet}}}}/subnets/s1","name":"s1","properties":{"addressPrefix":"10.0.1.0/24"{{{{s1}}}}} },
          {"id":"{{{{Vnet}}}}/subnets/pe","name":"pe","properties":{"addressPrefix":"10.0.2.0/24"{{{{pe}}}}} },
          {"id":"{{{{Vnet}}}}/subnets/GatewaySubnet","name":"GatewaySubnet","properties":{"addressPrefix":"10.0.255.0/27"} }]{{{{more}}}}}
        """);

    /// <summary>A private endpoint in <c>pe</c>, address 10.0.2.4.</summary>
    public Small Endpoint(string target, string group, string state = "Approved") => Beside("Microsoft.Network/privateEndpoints", "pe-" + group, $$$$"""
        {"subnet":{"id":"{{{{Vnet}}}}/subnets/pe"},"customDnsConfigs":[{"fqdn":"x","ipAddresses":["10.0.2.4"]}],
         "privateLinkServiceConnections":[{"properties":{"privateLinkServiceId":"{{{{target}}}}","groupIds":["{{{{group}}}}"],"privateLinkServiceConnectionState":{"status":"{{{{state}}}}"}}}]}
        """);

    public Small Missing(string dataSet)
    {
        _gaps.Add(new Gap(dataSet, "/", GapReason.Forbidden, null, "test"));
        return this;
    }

    /// <summary>Doors by name; of several resources by <c>resource/door</c>.</summary>
    public IReadOnlyDictionary<string, Seen> Doors()
    {
        var tables = _others.ToDictionary(t => t.Key, t => (IReadOnlyList<JsonObject>)t.Value);
        tables["resources"] = _resources;
        using var snapshot = Engine.Derive(tables, _subjects, Whole, _gaps);
        var rows = snapshot.Ask("Exposure | project ResourceId, Door, Inbound, AtLeast, PublicAccess, Ranges=tostring(Ranges), Bypass=tostring(Bypass), PrivateEndpoints=tostring(PrivateEndpoints), NetworkCount, Behind=tostring(Behind), Outbound, Destinations=tostring(Destinations), Legs=tostring(Legs), Complete, Missing=tostring(Missing)");
        return rows.ToDictionary(
            r => _subjects.Count == 1 ? (string)r[1]! : ResourceIds.Name((string)r[0]!) + "/" + r[1],
            r => new Seen((string)r[2]!, (string)r[3]!, (string)r[4]!, Texts(r[5]), Texts(r[6]), (string)r[7]!, (long?)r[8], Texts(r[9]), (string)r[10]!, Texts(r[11]), (string)r[12]!, (bool)r[13]!, Texts(r[14])));
    }

    public Seen Door() => Assert.Single(Doors()).Value;

    public IReadOnlyList<string> Reach()
    {
        var tables = _others.ToDictionary(t => t.Key, t => (IReadOnlyList<JsonObject>)t.Value);
        tables["resources"] = _resources;
        using var snapshot = Engine.Derive(tables, _subjects, Whole, _gaps);
        return [.. snapshot.Ask("NetworkReach | project SourceId, ResourceId, Door, Verdict, Leg").Select(r => $"{ResourceIds.Name((string)r[0]!)} -> {ResourceIds.Name((string)r[1]!)} {r[2]} {r[3]} {r[4]}").Order(StringComparer.Ordinal)];
    }

    private static string[] Texts(object? json) => JsonSerializer.Deserialize<string[]>((string)json!)!;

    private static JsonObject Row(string id, string properties)
    {
        var row = new JsonObject { ["id"] = id, ["type"] = ResourceIds.Type(id), ["location"] = "westeurope" };
        if (properties.Length > 0)
            row["properties"] = JsonNode.Parse(properties);
        return row;
    }

    private List<JsonObject> Table(string name)
    {
        if (!_others.TryGetValue(name, out var rows))
            _others[name] = rows = [];
        return rows;
    }
}

/// <summary>A row of Exposure.</summary>
internal sealed record Seen(string Inbound, string AtLeast, string Public, string[] Ranges, string[] Bypass, string Endpoints, long? Networks, string[] Behind, string Outbound, string[] Destinations, string Legs, bool Complete, string[] Missing);
