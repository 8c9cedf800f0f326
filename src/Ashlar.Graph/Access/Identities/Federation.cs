namespace Ashlar.Graph.Access.Identities;

/// <param name="Expression">Claims matching expression as JSON text; empty when a subject is named.</param>
internal sealed record Federation(string Name, string Issuer, string Subject, string Expression)
{
    /// <summary>More than one subject is trusted.</summary>
    public bool Wildcard { get; } = Subject.Contains('*', StringComparison.Ordinal) || Expression.Contains('*', StringComparison.Ordinal);
}
