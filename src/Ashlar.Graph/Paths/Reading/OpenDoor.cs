using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Something outside that asks for no name, or may not.</summary>
/// <param name="ResourceId">What is had through it: a container, or the model behind an app or gateway.</param>
/// <param name="FromAzure">Only machines in Azure reach it.</param>
/// <param name="Settings">Rows and paths that open it: table, id, path, value.</param>
/// <param name="DoorId">The resource whose row in Exposure says that it is reached.</param>
/// <param name="Inbound">What that row says.</param>
/// <param name="FlowId">Flow from the app or gateway to the model; empty for stores.</param>
internal sealed record OpenDoor(string ResourceId, string Type, string Capability, bool FromAzure, AccessState State, (string Table, string Id, string Path, string Value)[] Settings, string DoorId, string Inbound, string FlowId);
