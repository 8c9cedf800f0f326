namespace Ashlar.Reports;

/// <summary>The widest of several doors.</summary>
/// <param name="Inbound">As <see cref="Door.Inbound"/>; unknown when a door that is not known may be wider than the others.</param>
/// <param name="AtLeast">The widest that is certain.</param>
internal sealed record Exposure(string Inbound, string AtLeast)
{
    private static readonly string[] Order = ["internet", "azure", "corporate", "network", "nowhere"];

    /// <returns>Null when there is no door.</returns>
    public static Exposure? Widest(IEnumerable<Door> doors)
    {
        var widest = Order.Length;
        var known = true;
        var any = false;
        foreach (var door in doors)
        {
            any = true;
            var certain = Array.IndexOf(Order, door.Inbound == ExposureWords.Unknown ? door.AtLeast : door.Inbound);
            known &= Array.IndexOf(Order, door.Inbound) >= 0;
            if (certain >= 0)
                widest = Math.Min(widest, certain);
        }

        if (!any)
            return null;
        var atLeast = widest < Order.Length ? Order[widest] : ExposureWords.Unknown;
        return new Exposure(known || widest == 0 ? atLeast : ExposureWords.Unknown, atLeast);
    }
}
