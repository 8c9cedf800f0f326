namespace Ashlar.Graph.Access.Granting;

/// <summary>A deny assignment that is enforced.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Scope">Number of the scope.</param>
/// <param name="OnlyHere">It does not count below its scope.</param>
/// <param name="Atoms">Of each atom, whether it is denied.</param>
/// <param name="Everyone">It names every principal.</param>
/// <param name="Named">Principals and groups that it names.</param>
/// <param name="Excluded">Principals and groups that it leaves out.</param>
internal sealed record Denial(int Index, int Scope, bool OnlyHere, bool[] Atoms, bool Everyone, IReadOnlySet<int> Named, IReadOnlySet<int> Excluded)
{
    /// <param name="ids">A principal and every group it is in.</param>
    public bool Concerns(HashSet<int> ids) => (Everyone || ids.Overlaps(Named)) && !ids.Overlaps(Excluded);
}
