using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>What a rule set gives on a class of targets.</summary>
internal sealed record AccessRule(int Rules, int Class, string Capability, AccessState State, string By, string Action);
