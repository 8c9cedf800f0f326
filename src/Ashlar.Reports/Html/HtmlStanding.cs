using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Baseline and suppressions on the page; nothing when the run has neither.</summary>
internal sealed class HtmlStanding
{
    private readonly List<GoneFinding> _gone = [];

    public void Add(ControlResult result) => _gone.AddRange(result.Gone.OrderByDescending(g => g.Severity).Take(HtmlCaps.Gone));

    public void Write(Utf8JsonWriter json, ReportFooter footer)
    {
        if (footer.Baseline is null && footer.Suppressions is null)
            return;
        json.WriteStartObject("standing");
        if (footer.Baseline is { } baseline)
        {
            json.WriteString("baseline", $"{StandingWords.Counts(baseline)}, against {baseline.Title} as of {Times.Words(baseline.AsOf)}");
            ReportJson.Array(json, "notes", StandingWords.Notes(baseline));
            Gone(json, baseline.Gone);
        }

        if (footer.Suppressions is { } suppressions)
        {
            json.WriteString("suppressed", StandingWords.Suppressed(suppressions));
            ReportJson.Array(json, "expired", [.. suppressions.Expired.Take(HtmlCaps.Problems).Select(StandingWords.Expired)]);
        }

        json.WriteEndObject();
    }

    private void Gone(Utf8JsonWriter json, int all)
    {
        json.WriteNumber("goneCount", all);
        json.WriteStartArray("gone");
        foreach (var gone in _gone.OrderByDescending(g => g.Severity))
        {
            json.WriteStartObject();
            json.WriteString("title", gone.Title);
            json.WriteString("id", gone.ResourceId);
            if (gone.SubKey is not null)
                json.WriteString("k", gone.SubKey);
            json.WriteNumber("s", (int)gone.Severity);
            json.WriteString("now", gone.Now switch
            {
                Verdict.Pass => "passes now",
                null => "is not in what was read now",
                _ => "does not apply any more",
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
