namespace Ashlar.Graph.Paths.Building;

/// <summary>Why one node leads to another; the first six are no steps of their own: their proofs belong to the step that follows.</summary>
internal enum ArcKind : byte
{
    /// <summary>Says the same in other words.</summary>
    Same,

    /// <summary>Reference: number of the set.</summary>
    Member,

    /// <summary>Reference: place of the grant in the access tables.</summary>
    Granted,

    /// <summary>Reference: number of the rule.</summary>
    Rule,

    /// <summary>Reference: number of what says in which subnet it stands.</summary>
    Stands,

    /// <summary>A group in a group. Reference: number of the inner one.</summary>
    Join,

    /// <summary>Uses a capability.</summary>
    Capability,

    /// <summary>Reads or makes a key.</summary>
    ReadKey,

    /// <summary>Uses a key.</summary>
    UseKey,

    /// <summary>Uses a capability after having given it to himself.</summary>
    GiveAccess,

    /// <summary>Asks for a token of an identity of the place. Reference: number of the host.</summary>
    ActAs,

    /// <summary>A token of a cluster is traded for an identity.</summary>
    Federate,

    /// <summary>From a subnet to a door. Reference: number of the row of NetworkReach.</summary>
    Connect,

    /// <summary>Reads a key that is stored in a connection or setting. Reference: number of the flow.</summary>
    FindKey,

    /// <summary>Documents move on. Reference: number of the flow.</summary>
    Spread,

    /// <summary>A model reads what was put there. Reference: number of the flow.</summary>
    Steer,

    /// <summary>Prompts a model to do something else than it should. Reference: number of a flow to a tool of it.</summary>
    Prompt,

    /// <summary>Asks a model for what it retrieves. Reference: number of the flow.</summary>
    Ask,

    /// <summary>A steered model calls a tool. Reference: number of the flow.</summary>
    CallTool,

    /// <summary>A host pulls an image. Reference: number of the flow.</summary>
    Pull,

    /// <summary>Uses his control of the tenant or a subscription. Reference: number of the principal.</summary>
    Rule0,

    /// <summary>A door that asks nobody's name. Reference: number of the open door.</summary>
    Anonymous,

    /// <summary>Prompts through an app or gateway that stands open. Reference: number of the open door.</summary>
    Front,
}
