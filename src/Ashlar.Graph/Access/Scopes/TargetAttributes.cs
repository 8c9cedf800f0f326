using Ashlar.Graph.Access.Conditions;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Scopes;

/// <summary>What is known of a target when a condition asks: the names in its id.</summary>
/// <remarks>Names of the attributes: learn.microsoft.com/azure/storage/blobs/storage-auth-abac-attributes.</remarks>
internal sealed class TargetAttributes(Target target) : IAttributes
{
    private const string Containers = "microsoft.storage/storageaccounts/blobservices/containers";

    private const string ContainerName = Containers + ":name";
    private const string AccountName = "microsoft.storage/storageaccounts:name";
    private const string Accounts = "/storageaccounts/";

    private AttributeValue? _account;

    public AttributeValue Find(AttributeSource source, string name)
    {
        if (source != AttributeSource.Resource)
            return AttributeValue.Unknown;
        if (name.Equals(ContainerName, StringComparison.OrdinalIgnoreCase))
            return target.Type == Containers ? AttributeValue.Of(ResourceIds.Name(target.Id)) : AttributeValue.Unknown;
        return name.Equals(AccountName, StringComparison.OrdinalIgnoreCase) ? _account ??= Account() : AttributeValue.Unknown;
    }

    private AttributeValue Account()
    {
        var at = target.Id.IndexOf(Accounts, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return AttributeValue.Unknown;
        var start = at + Accounts.Length;
        var end = target.Id.IndexOf('/', start);
        return AttributeValue.Of(end < 0 ? target.Id[start..] : target.Id[start..end]);
    }
}
