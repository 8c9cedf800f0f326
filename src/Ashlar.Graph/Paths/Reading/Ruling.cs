using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>By what somebody controls the tenant or a whole subscription.</summary>
/// <param name="ViaGroup">Number of the group that the assignment names; -1: it names the principal.</param>
internal sealed record Ruling(string Scope, string AssignmentId, int ViaGroup, AccessState State);
