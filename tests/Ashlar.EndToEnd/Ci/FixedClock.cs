namespace Ashlar.EndToEnd.Ci;

/// <summary>It is always noon of this day, UTC.</summary>
internal sealed class FixedClock(int year, int month, int day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
