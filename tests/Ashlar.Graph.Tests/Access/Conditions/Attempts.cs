using Ashlar.Graph.Access.Conditions;

namespace Ashlar.Graph.Tests.Access.Conditions;

/// <summary>Attributes by "source name": a list, an empty list for absent, unknown when not named.</summary>
internal sealed class Attempts : IAttributes
{
    public const string Assign = "Microsoft.Authorization/roleAssignments/write";
    public const string Unassign = "Microsoft.Authorization/roleAssignments/delete";
    public const string ReadBlob = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";

    private readonly Dictionary<string, string[]> _known = new(StringComparer.OrdinalIgnoreCase);

    public Attempts With(AttributeSource source, string name, params string[] values)
    {
        _known[$"{source} {name}"] = values;
        return this;
    }

    public AttributeValue Find(AttributeSource source, string name) =>
        _known.TryGetValue($"{source} {name}", out var values) ? AttributeValue.Of(values) : AttributeValue.Unknown;
}
