namespace Ashlar.Graph.Access.Granting;

/// <summary>A deny assignment that is enforced.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Scope">Number of the scope.</param>
/// <param name="OnlyHere">It does not count below its scope.</param>
/// <param name="Atoms">Of each atom, whether it is denied.</param>
/// <param name="Concerns">Whether a principal is denied: named, and not excluded.</param>
internal sealed record Denial(int Index, int Scope, bool OnlyHere, bool[] Atoms, Func<int, bool> Concerns);
