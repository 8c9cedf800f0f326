namespace Ashlar.Graph.Access.Granting;

/// <summary>What a rule set grants on a class of targets.</summary>
/// <param name="Rules">Place of the rule set.</param>
/// <param name="Class">Place of the class.</param>
/// <param name="Action">The action that proves it.</param>
internal readonly record struct Rule(int Rules, int Class, int Capability, AccessState State, RoadKind By, string Action);
