namespace Ashlar.Bench.Access;

/// <summary>One role assignment, active or eligible.</summary>
internal readonly record struct Assignment(string PrincipalId, string PrincipalType, Role Role, string Scope, string? Condition)
{
    public string Subscription => Scope.StartsWith("/subscriptions/", StringComparison.Ordinal) ? Scope.Split('/')[2] : "";

    /// <summary>Members of <c>properties</c>, without braces.</summary>
    public string Properties
    {
        get
        {
            var condition = Condition is null ? "" : $",\"condition\":\"{Condition.Replace("\n", "\\n", StringComparison.Ordinal)}\",\"conditionVersion\":\"2.0\"";
            return $"\"principalId\":\"{PrincipalId}\",\"principalType\":\"{PrincipalType}\",\"roleDefinitionId\":\"{Role.ResourceId}\",\"scope\":\"{Scope}\"{condition}";
        }
    }
}
