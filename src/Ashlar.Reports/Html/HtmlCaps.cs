namespace Ashlar.Reports;

/// <summary>How much of a very large tenant one page holds, so that it opens at once; the rest is counted on the page and whole in findings.json.</summary>
internal static class HtmlCaps
{
    /// <summary>Failures a control.</summary>
    public const int Fails = 100;

    /// <summary>Unknown and manual results a control.</summary>
    public const int Unknowns = 25;

    public const int Workloads = 1_000;
    public const int Members = 100;
    public const int Models = 50;
    public const int Gaps = 200;
    /// <summary>Failures of the baseline that are none now, of one control.</summary>
    public const int Gone = 50;

    public const int Problems = 200;
    public const int InventoryRows = 10_000;

    /// <summary>Settings that decide about one door.</summary>
    public const int Legs = 10;

    public const int Doors = 20_000;
    public const int Flows = 20_000;
    public const int DoorsOfWorkload = 30;
    public const int FlowsOfWorkload = 60;

    /// <summary>UTF-16 units of one value that proves something.</summary>
    public const int Value = 300;

    /// <summary>UTF-16 units of one evidence object.</summary>
    public const int Evidence = 4_000;
}
