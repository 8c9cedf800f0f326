using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Reading;

/// <summary>A row while it is read; its JSON is let go after that.</summary>
/// <param name="Type">Lower case.</param>
internal sealed record FlowRow(string Id, string Type, string Kind, string Region, JsonElement Properties, JsonElement Sku)
{
    public string Name => ResourceIds.Name(Id);

    /// <summary>Id without its last type and name: the account of a connection, the project of a capability host.</summary>
    public string Parent => Above(Id);

    public bool HasBody => Properties.ValueKind == JsonValueKind.Object;

    public static string Above(string id)
    {
        var name = id.TrimEnd('/').LastIndexOf('/');
        var type = name <= 0 ? -1 : id.LastIndexOf('/', name - 1);
        return type <= 0 ? id : id[..type];
    }
}
