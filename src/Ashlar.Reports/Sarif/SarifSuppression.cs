using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>SARIF 2.1.0, 3.35: accepted outside of the source, and why.</summary>
internal static class SarifSuppression
{
    public static void Write(Utf8JsonWriter json, Suppression suppression)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        var ticket = suppression.Ticket is null ? "" : $" ({suppression.Ticket})";
        json.WriteString("justification", SafeText.OneLine($"{suppression.Reason}{ticket} {suppression.Owner} answers for it until {Times.Day(suppression.Until)}."));
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
