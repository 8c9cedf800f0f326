using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>One finding of findings.json, as far as a comparison needs it.</summary>
internal static class BaselineEntryJson
{
    /// <param name="reader">At the start of an object that is in the buffer to its end; after the call at that end.</param>
    /// <param name="previous">The finding before it, whose texts are used again where they are the same; null = there is none.</param>
    /// <exception cref="BaselineException">It is no finding.</exception>
    public static BaselineEntry Read(ref Utf8JsonReader reader, BaselineEntry? previous)
    {
        string? control = null, fingerprint = null, verdict = null, severity = null, title = null, resourceId = null, subKey = null;
        var suppressed = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("control"u8))
                control = Text(ref reader, previous?.Control);
            else if (reader.ValueTextEquals("fingerprint"u8))
                fingerprint = Text(ref reader);
            else if (reader.ValueTextEquals("verdict"u8))
                verdict = Text(ref reader);
            else if (reader.ValueTextEquals("severity"u8))
                severity = Text(ref reader);
            else if (reader.ValueTextEquals("title"u8))
                title = Text(ref reader, previous?.Title);
            else if (reader.ValueTextEquals("resourceId"u8))
                resourceId = Text(ref reader);
            else if (reader.ValueTextEquals("subKey"u8))
                subKey = Text(ref reader);
            else
                suppressed = Passed(ref reader) || suppressed;
        }

        return control is not null && fingerprint is not null && resourceId is not null && VerdictNames.Parse(verdict) is { } said && SeverityNames.Parse(severity) is { } level
            ? new BaselineEntry(control, fingerprint, said, level, suppressed, title ?? control, said == Verdict.Fail ? resourceId : "", said == Verdict.Fail ? subKey : null)
            : throw new BaselineException("is no findings.json: a finding in it has no control, resourceId, fingerprint, or no verdict or severity that Ashlar knows. Take the file as 'ashlar scan' wrote it.");
    }

    /// <summary>True when what was passed over says that the failure was suppressed.</summary>
    private static bool Passed(ref Utf8JsonReader reader)
    {
        var suppressed = reader.ValueTextEquals("suppressed"u8);
        reader.Read();
        suppressed &= reader.TokenType == JsonTokenType.StartObject;
        reader.TrySkip();
        return suppressed;
    }

    private static string? Text(ref Utf8JsonReader reader, string? likely = null)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && likely is not null && reader.ValueTextEquals(likely))
            return likely;
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.TrySkip();
        return null;
    }
}
