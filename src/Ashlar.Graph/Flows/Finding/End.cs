using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>One end of a flow as a setting names it: the id of a resource, or a host; neither when it is not known.</summary>
internal readonly record struct End(string? Id, string? Host)
{
    public static End None { get; }

    public bool IsNone => Id is null && Host is null;

    /// <summary>The resource itself, not what lies in it.</summary>
    public static End Resource(string? id) => id is not null && References.TopLevel(id) is { } top ? new(top, null) : None;

    /// <summary>The very id, also of a child.</summary>
    public static End Exact(string id) => new(id, null);

    public static End At(string? host) => string.IsNullOrEmpty(host) ? None : new(null, host.ToLowerInvariant());

    /// <summary>An id, an address or a host, as settings write it.</summary>
    public static End Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return None;
        var trimmed = text.Trim();
        if (trimmed.StartsWith('/'))
            return Resource(trimmed);
        if (Uri.TryCreate(trimmed, UriKind.Absolute, out var address) && address.Host.Length > 0)
            return At(address.IdnHost);
        // A host alone, as some connections write it.
        var host = trimmed.Split('/', ':', ',', ';')[0];
        return host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) == UriHostNameType.Dns ? At(host) : None;
    }
}
