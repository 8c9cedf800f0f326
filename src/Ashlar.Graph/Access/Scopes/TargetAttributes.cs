using Ashlar.Graph.Access.Conditions;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Scopes;

/// <summary>What is known of a target when a condition asks: the names in its id.</summary>
/// <remarks>Names of the attributes: learn.microsoft.com/azure/storage/blobs/storage-auth-abac-attributes.</remarks>
internal sealed class TargetAttributes(Target target) : IAttributes
{
    private const string Containers = "microsoft.storage/storageaccounts/blobservices/containers";

    public AttributeValue Find(AttributeSource source, string name)
    {
        if (source != AttributeSource.Resource)
            return AttributeValue.Unknown;
        return name.ToLowerInvariant() switch
        {
            Containers + ":name" when target.Type == Containers => AttributeValue.Of(ResourceIds.Name(target.Id)),
            "microsoft.storage/storageaccounts:name" when After("storageaccounts") is { } account => AttributeValue.Of(account),
            _ => AttributeValue.Unknown,
        };
    }

    private string? After(string segment)
    {
        var segments = target.Id.Split('/');
        var at = Array.FindIndex(segments, s => s.Equals(segment, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < segments.Length ? segments[at + 1] : null;
    }
}
