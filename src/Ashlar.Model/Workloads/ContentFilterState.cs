namespace Ashlar.Model;

public enum ContentFilterState
{
    /// <summary>Not reported, or the policy it names was not collected.</summary>
    NotSeen,

    /// <summary>One of Microsoft's own policies.</summary>
    Default,

    /// <summary>A policy of the account's own with every filter on and blocking.</summary>
    Custom,

    /// <summary>A policy of the account's own with at least one filter off or not blocking.</summary>
    Weakened,

    /// <summary>This kind of deployment has no content filter in Azure.</summary>
    None,
}
