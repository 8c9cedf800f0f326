using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>A resource row as far as workloads need it. Values are JSON null or undefined when not reported.</summary>
internal sealed record AiRow(string Id, string Type, string Kind, string Location, JsonElement Properties, JsonElement Identity, JsonElement Tags, JsonElement Sku)
{
    public string Key { get; } = ResourceIds.Key(Id);

    public string Name => ResourceIds.Name(Id);
}
