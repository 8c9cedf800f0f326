using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Judging;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Reach.Writing;

/// <summary>Writes <c>Exposure</c>.</summary>
internal static class ExposureWriter
{
    private const int Most = 20;
    private const int MostLegs = 40;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Snapshot snapshot, IReadOnlyList<Judged> doors) => snapshot.WriteDerived(ReachTables.Exposure, doors.Select(Row));

    private static object?[] Row(Judged judged)
    {
        var door = judged.Door;
        return
        [
            door.Id, door.Type, door.Name, judged.Inbound.Name, Width.NameOf(judged.Inbound.Certain), Access(judged), Texts(Ranges(judged)), Texts(door.Bypass), Endpoints(judged.Endpoints),
            Texts(judged.Networks), judged.NetworkCount, Texts(judged.Behind), judged.Outbound, Texts(judged.Destinations.Take(Most)), Legs(door.Legs), judged.Complete, Texts(door.Missing),
        ];
    }

    private static string Access(Judged judged) => judged.Public.Width switch
    {
        { Certain: Level.Internet } => "open",
        { IsKnown: false } => "unknown",
        { Certain: Level.Nowhere } => judged.Door.Public == PublicAccess.Selected && judged.Door.SubnetRules.Count > 0 ? "selected" : "closed",
        _ => "selected",
    };

    private static IEnumerable<string> Ranges(Judged judged) => judged.Public.Ranges.CountOfFour() == AddressSet.Public.CountOfFour() ? ["0.0.0.0/0"] : judged.Public.Ranges.Ranges.ToArray().OrderByDescending(r => r.To - r.From).ThenBy(r => r.From).Take(Most).Select(r => r.ToString());

    private static byte[] Texts(IEnumerable<string> values) => Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    });

    private static byte[] Endpoints(IReadOnlyList<EndpointView> endpoints) => Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var endpoint in endpoints)
        {
            writer.WriteStartObject();
            writer.WriteString("id", endpoint.Id);
            writer.WriteString("state", endpoint.State);
            writer.WriteString("network", endpoint.Network);
            writer.WriteString("subnet", endpoint.Subnet);
            writer.WriteString("dns", endpoint.Dns);
            writer.WriteString("tenant", endpoint.Tenant);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static byte[] Legs(IReadOnlyList<Leg> legs) => Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var leg in legs.Distinct().Take(MostLegs))
        {
            writer.WriteStartObject();
            writer.WriteString("leg", leg.Name);
            writer.WriteString("says", leg.Says);
            writer.WriteString("id", leg.Id);
            writer.WriteString("path", leg.Path);
            writer.WriteString("value", leg.Value);
            writer.WriteString("change", leg.Change);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
            write(writer);
        return stream.ToArray();
    }
}
