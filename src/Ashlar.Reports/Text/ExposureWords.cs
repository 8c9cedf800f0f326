namespace Ashlar.Reports;

/// <summary>From where something can be reached, as a person would say it.</summary>
internal static class ExposureWords
{
    public const string Unknown = "unknown";

    /// <summary>From the widest to the narrowest, then what is not known.</summary>
    public static IReadOnlyList<(string Name, string Words)> Lanes { get; } =
    [
        ("internet", "internet"),
        ("azure", "any Azure tenant"),
        ("corporate", "corporate"),
        ("network", "named networks"),
        ("nowhere", "nowhere"),
        (Unknown, "not known"),
    ];

    /// <param name="exposure">Null: it has no door that we know of.</param>
    public static string Of(Exposure? exposure) => exposure switch
    {
        null => "-",
        { Inbound: Unknown, AtLeast: "azure" or "corporate" or "network" } => Word(exposure.AtLeast) + " or wider",
        _ => Word(exposure.Inbound),
    };

    private static string Word(string name) => Lanes.FirstOrDefault(l => l.Name == name, Lanes[^1]).Words;
}
