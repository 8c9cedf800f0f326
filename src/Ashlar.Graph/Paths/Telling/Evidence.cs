namespace Ashlar.Graph.Paths.Telling;

/// <summary>What proves a step, before it is looked up.</summary>
/// <param name="A">Membership, ruling: principal. Grant: number of the grant.</param>
/// <param name="B">Membership: set. Grant: number of the rule.</param>
/// <param name="Proof">Fixed: the proof itself.</param>
internal sealed record Evidence(EvidenceKind Kind, int A, int B, Proof? Proof)
{
    public static Evidence Of(string table, string id, string path, string value) => new(EvidenceKind.Fixed, 0, 0, new Proof(table, id, path, value));
}
