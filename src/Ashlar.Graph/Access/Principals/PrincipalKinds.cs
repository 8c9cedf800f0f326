namespace Ashlar.Graph.Access.Principals;

/// <summary>Decides what those are whom only an assignment names.</summary>
internal static class PrincipalKinds
{
    /// <param name="whole">The directory was read whole.</param>
    public static void Settle(PrincipalDirectory directory, bool whole)
    {
        foreach (var principal in directory.All.Where(p => !p.Read && p.Kind != PrincipalKind.ForeignApplication))
        {
            principal.MayBeGroup = principal.Kind == PrincipalKind.Unknown;
            if (whole)
                principal.Kind = PrincipalKind.Deleted;
            else if (principal.Kind != PrincipalKind.Group)
                principal.Kind = PrincipalKind.Unknown;
        }
    }
}
