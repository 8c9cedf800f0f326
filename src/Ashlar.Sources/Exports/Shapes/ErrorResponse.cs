using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>An error that az or a batch wrote in the place of data: a gap.</summary>
internal static partial class ErrorResponse
{
    public static Gap? Read(JsonObject value, FileContext context)
    {
        if (value["error"] is not JsonObject error || ResourceObject.Text(error, "code") is not { } code)
        {
            return null;
        }

        var message = ResourceObject.Text(error, "message") ?? "";
        var action = Action().Match(message);
        var scope = Scope().Match(message);
        var type = action.Success ? action.Groups[1].Value.ToLowerInvariant() : null;
        var dataSet = context.DataSet?.DataSet ?? (type is null ? ResourceGraphTables.Resources : TypeRouting.TableOf(type, isExtension: type == "microsoft.insights/diagnosticsettings") + "/" + type);
        return new Gap(
            dataSet,
            scope.Success ? scope.Groups[1].Value.TrimEnd('/') : context.DataSet?.Scope ?? "/",
            IsForbidden(code) ? GapReason.Forbidden : GapReason.Unreadable,
            context.DataSet?.Permission ?? (type is null ? null : action.Groups[1].Value + "/read"),
            $"Azure answered {code} ({context.File.Relative}).");
    }

    public static bool IsForbidden(string text) =>
        text.Contains("Authoriz", StringComparison.OrdinalIgnoreCase) || text.Contains("Forbidden", StringComparison.OrdinalIgnoreCase)
        || text.Contains("AccessDenied", StringComparison.OrdinalIgnoreCase) || text.Contains("403", StringComparison.Ordinal) || text.Contains("401", StringComparison.Ordinal)
        || text.Contains("Insufficient privileges", StringComparison.OrdinalIgnoreCase) || text.Contains("RequestDenied", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("perform action '([A-Za-z0-9.]+(?:/[A-Za-z0-9.]+)+)/read'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("over scope '(/[^' ]*)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scope();
}
