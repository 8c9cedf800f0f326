namespace Ashlar.Content;

/// <summary>The kind of grant that gives a capability.</summary>
public enum EdgeRoad
{
    Role,

    /// <summary>The grant lets a key be read, and the key gives it.</summary>
    Key,
    AccessPolicy,
    DirectoryRole,
    Permission,
    Ownership,
}
