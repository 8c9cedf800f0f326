using System.Text.Json;
using Ashlar.Kql;

namespace Ashlar.Cli.Query;

/// <summary>One question of a batch.</summary>
/// <param name="Dialect">Null: that of the command line.</param>
/// <param name="Now">Null: the clock of the batch.</param>
/// <param name="Tables">Null: the snapshot is asked, or without one the empty catalogue.</param>
internal sealed record BatchLine(string? Id, string Query, KqlDialect? Dialect, DateTime? Now, IReadOnlyList<BatchTable>? Tables)
{
    /// <exception cref="FormatException">The line is not what the batch takes; <c>Data["id"]</c> holds its id when it has one.</exception>
    public static BatchLine Read(string text)
    {
        using var document = Parse(text);
        string? id = null;
        try
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new FormatException("A line is a JSON object.");
            id = root.TryGetProperty("id", out var given) && given.ValueKind != JsonValueKind.Null ? given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText() : null;
            if (!root.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
                throw new FormatException("'query' is missing, or is no string.");
            return new BatchLine(id, query.GetString()!, Dialects(root), Clock(root), BatchTable.All(root));
        }
        catch (FormatException problem)
        {
            problem.Data["id"] = id;
            throw;
        }
        catch (InvalidOperationException problem)
        {
            throw new FormatException("A string of the line holds half of a character; the text was cut or damaged.", problem) { Data = { ["id"] = id } };
        }
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException problem)
        {
            throw new FormatException("The line is not JSON: " + problem.Message, problem);
        }
    }

    private static KqlDialect? Dialects(JsonElement root) =>
        !root.TryGetProperty("dialect", out var dialect) || dialect.ValueKind == JsonValueKind.Null ? null
        : dialect.ValueKind != JsonValueKind.String ? throw new FormatException("'dialect' is arg or log-analytics.")
        : dialect.GetString() switch
        {
            "arg" => KqlDialect.Arg,
            "log-analytics" => KqlDialect.LogAnalytics,
            _ => throw new FormatException("'dialect' is arg or log-analytics."),
        };

    private static DateTime? Clock(JsonElement root) =>
        !root.TryGetProperty("now", out var now) || now.ValueKind == JsonValueKind.Null ? null
        : KqlValue.Read(now, KqlType.DateTime) as DateTime? ?? throw new FormatException("'now' is not a datetime.");
}
