using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>A resource that may have doors, as it was read.</summary>
/// <param name="Type">Lower case.</param>
/// <param name="Properties">Undefined: without a body nothing is known of it.</param>
internal sealed record DoorRow(string Id, string Type, string Kind, string Location, string Sku, JsonElement Properties)
{
    public string Key { get; } = ResourceIds.Key(Id);

    public string Name { get; } = ResourceIds.Name(Id);

    public bool HasBody => Properties.ValueKind == JsonValueKind.Object;
}
