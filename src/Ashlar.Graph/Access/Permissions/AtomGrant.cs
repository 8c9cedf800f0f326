namespace Ashlar.Graph.Access.Permissions;

/// <summary>Whether a permission set grants an atom; of several that do, the lowest counts.</summary>
internal enum AtomGrant : byte
{
    None,
    Yes,

    /// <summary>Under a condition that each target decides for itself.</summary>
    ByTarget,

    /// <summary>Under a condition that nothing that is collected decides.</summary>
    Conditional,
}
