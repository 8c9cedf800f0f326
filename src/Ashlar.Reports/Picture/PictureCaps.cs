namespace Ashlar.Reports;

/// <summary>How much of a very large tenant is read to be drawn.</summary>
internal static class PictureCaps
{
    /// <summary>Attack paths of one workload, and of those that end in none.</summary>
    public const int PathsOfWorkload = 12;

    public const int Paths = 4_000;

    /// <summary>Doors whose deciding settings are read; the others are there without.</summary>
    public const int DoorsWithLegs = 20_000;

    public const int Changes = 25;

    /// <summary>Sentences of what was not read, each row.</summary>
    public const int Missing = 3;
}
