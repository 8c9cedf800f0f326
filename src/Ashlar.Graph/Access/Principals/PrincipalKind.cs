namespace Ashlar.Graph.Access.Principals;

internal enum PrincipalKind : byte
{
    Unknown = 0,
    User = 1,
    Guest = 2,
    Group = 3,

    /// <summary>Service principal of an application of this tenant.</summary>
    Application = 4,
    ManagedIdentity = 5,

    /// <summary>Service principal of another tenant's application, or a principal of a tenant that administers this one.</summary>
    ForeignApplication = 6,

    /// <summary>Named by an assignment, and not among the objects of a directory that was read whole.</summary>
    Deleted = 7,
}
