using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>A place in a resource's settings that names another resource.</summary>
/// <param name="Path">Dotted, from <c>properties</c> or <c>identity</c>.</param>
/// <param name="Id">Top-level ARM id as written; null when a host is named.</param>
/// <param name="Host">Lower-case host; null when an id is written.</param>
internal sealed record Reference(string Path, string? Id, string? Host)
{
    /// <summary>Lower-case id, or the host.</summary>
    public string Key { get; } = Id is null ? Host! : ResourceIds.Key(Id);
}
