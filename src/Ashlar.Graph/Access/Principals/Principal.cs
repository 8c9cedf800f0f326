namespace Ashlar.Graph.Access.Principals;

/// <summary>Someone or something that can hold access.</summary>
internal sealed class Principal(int index, string id, PrincipalKind kind, string name)
{
    public int Index { get; } = index;

    /// <summary>Object id, lower case.</summary>
    public string Id { get; } = id;

    public PrincipalKind Kind { get; set; } = kind;

    public string Name { get; set; } = name;

    /// <summary>An object of the directory that was read; false: only an assignment names it.</summary>
    public bool Read { get; init; }

    /// <summary>Nothing that was read says whether it is a group.</summary>
    public bool MayBeGroup { get; set; }
}
