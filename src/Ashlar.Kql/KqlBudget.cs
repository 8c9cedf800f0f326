namespace Ashlar.Kql;

/// <summary>What one query may use; past it the query ends with a <see cref="KqlRunException"/>.</summary>
/// <param name="MaxRows">Rows of the result; more = truncated and said.</param>
public sealed record KqlBudget(int MaxRows, TimeSpan MaxTime)
{
    public static KqlBudget Default { get; } = new(100_000, TimeSpan.FromMinutes(2));
}
