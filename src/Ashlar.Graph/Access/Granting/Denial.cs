namespace Ashlar.Graph.Access.Granting;

/// <summary>A deny assignment that is enforced.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Scope">Number of the scope.</param>
/// <param name="OnlyHere">It does not count below its scope.</param>
/// <param name="Atoms">Of each atom, whether it is denied.</param>
/// <param name="Everyone">It names every principal.</param>
/// <param name="Named">Whom it names.</param>
/// <param name="Excluded">Whom it leaves out.</param>
internal sealed record Denial(int Index, int Scope, bool OnlyHere, bool[] Atoms, bool Everyone, DenialList Named, DenialList Excluded)
{
    /// <summary>For a principal as it is now.</summary>
    public bool Concerns(int principal) => (Everyone || Named.Now.Contains(principal)) && !Excluded.Now.Contains(principal);

    /// <param name="ids">A principal and every group it is in after activation.</param>
    public bool Concerns(HashSet<int> ids) => (Everyone || ids.Overlaps(Named.Ids)) && !ids.Overlaps(Excluded.Ids);
}
