using Ashlar.Model;

namespace Ashlar.Reports;

internal static class SarifLevel
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    /// <summary>The scale code-scanning pages sort by: 0.0 to 10.0, critical from 9.0, high from 7.0, medium from 4.0.</summary>
    public static string Score(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "3.0",
        _ => "0.0",
    };
}
