namespace Ashlar.Cli.Access;

/// <summary>One row of EffectiveAccess.</summary>
internal sealed record Road(
    string PrincipalId,
    string PrincipalName,
    string PrincipalKind,
    string Capability,
    string ResourceId,
    string ResourceType,
    string State,
    string Membership,
    string By,
    string Role,
    string Scope,
    string AssignmentIds,
    string ViaGroupId,
    string Action,
    string Condition)
{
    public const string Columns = "PrincipalId, PrincipalName, PrincipalKind, Capability, ResourceId, ResourceType, State, Membership, By, Role, Scope, tostring(AssignmentIds), ViaGroupId, Action, Condition";

    public static Road Of(object?[] row)
    {
        string Text(int i) => row[i] as string ?? "";
        return new(Text(0), Text(1), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), Text(8), Text(9), Text(10), Text(11), Text(12), Text(13), Text(14));
    }

    /// <summary>The surest first.</summary>
    public int Rank => State switch { "active" => By == "key" ? 1 : 0, "conditional" => 2, "unknown" => 3, _ => 4 };
}
