namespace Ashlar.Graph.Drift.Reading;

/// <summary>Somebody who has a capability on a target.</summary>
internal sealed class Holder(string id, string name, string kind)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Kind { get; } = kind;

    /// <summary>The best of all ways: the lowest of <see cref="Access.AccessState"/>.</summary>
    public int State { get; set; } = int.MaxValue;

    /// <summary>Numbers of the proofs of every way.</summary>
    public HashSet<int> Proofs { get; } = [];
}
