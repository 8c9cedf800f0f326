namespace Ashlar.Graph.Access.Scopes;

/// <summary>Something on which access is asked for.</summary>
/// <param name="Key">Lower-case id.</param>
/// <param name="Class">Place of its class.</param>
/// <param name="Seen">The snapshot has a row of it; false: only an assignment names it.</param>
internal sealed record Target(int Index, string Id, string Key, string Type, int Class, bool Seen)
{
    /// <summary>Object id of an Entra object, lower case; null for resources.</summary>
    public string? ObjectId { get; init; }
}
