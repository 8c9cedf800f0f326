namespace Ashlar.Content;

public enum SuppressionTargetKind
{
    /// <summary>The resource with this id, nothing below it.</summary>
    Resource,

    /// <summary>What has this id, and everything below it.</summary>
    Scope,

    /// <summary>Resources whose name, the last part of their id, looks like this.</summary>
    Name,
}
