namespace Ashlar.Graph.Paths.Building;

/// <summary>What an attacker has when a node is reached.</summary>
internal enum NodeKind : byte
{
    /// <summary>The memberships that several principals have in common.</summary>
    Holdings,

    /// <summary>Acts as a principal.</summary>
    Principal,

    /// <summary>Is in a set of principals that something is granted to.</summary>
    Set,

    /// <summary>Holds a rule set at a scope.</summary>
    Grant,

    /// <summary>Holds a capability on every target of a class below a scope.</summary>
    Reachable,

    /// <summary>Has done something to a place: a capability, used.</summary>
    Done,

    /// <summary>Has a key of a place that gives a capability.</summary>
    Key,

    /// <summary>Can open a connection to a place.</summary>
    Connected,

    /// <summary>Runs code on a place.</summary>
    Code,

    /// <summary>Sends from a subnet.</summary>
    Subnet,

    /// <summary>Has put documents of his own into a place.</summary>
    Tainted,

    /// <summary>Says what a model or agent reads and does.</summary>
    Steered,

    /// <summary>Prompts a model or agent to do what it should not; what it reads stays as it is.</summary>
    Prompted,

    /// <summary>Is told what a place holds, by a model that retrieves from it.</summary>
    Told,

    /// <summary>Has a tool called in another's name.</summary>
    Called,

    /// <summary>Controls the tenant, or a whole subscription.</summary>
    Ruler,

    /// <summary>Stands outside, without name: 0 on the internet, 1 on a machine of any Azure tenant.</summary>
    Outside,
}
