using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Preparation;
using Ashlar.Sources.Templates.Text;

namespace Ashlar.Sources.Templates.Expansion;

/// <summary>
/// Has the CLI expand a prepared template. Only the counts of loops must be known for that: a loop of which the count is open is expanded once, as one that may
/// be deployed or not, and the CLI is asked again.
/// </summary>
internal sealed partial class Expander(BicepCli cli, Workplace workplace)
{
    public Expanded Expand(Prepared prepared, CancellationToken cancellationToken)
    {
        var (template, parameters) = workplace.Next();
        var closed = prepared.Loops.ToHashSet<JsonObject>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            var text = LinedJson.Of(prepared.Template);
            File.WriteAllText(template, text.ToString());
            JsonObject snapshot;
            try
            {
                snapshot = cli.Snapshot(parameters, cancellationToken);
            }
            catch (BicepException e) when (e.Failure == BicepFailure.Refused && Open(Counts(e.Message), closed, text))
            {
                continue;
            }
            catch (BicepException e)
            {
                return new Expanded(null, [], e.Message);
            }

            var told = (snapshot["diagnostics"] as JsonArray ?? []).OfType<JsonValue>().Where(d => d.GetValueKind() == JsonValueKind.String).Select(d => d.GetValue<string>()).ToArray();
            if (!Open([.. told.SelectMany(Counts)], closed, text))
            {
                return new Expanded(snapshot["predictedResources"] as JsonArray ?? [], [.. told.Select(t => Skipped(t, prepared, text))], null);
            }
        }
    }

    /// <summary>Lines of loops whose count is open.</summary>
    private static int[] Counts(string message) => [.. CopyCount().Matches(message).Select(m => Number(m.Groups[1].Value))];

    /// <summary>True when there is something to ask again.</summary>
    private static bool Open(int[] lines, HashSet<JsonObject> closed, LinedJson text)
    {
        var any = false;
        foreach (var line in lines)
        {
            var named = closed.Where(r => text.Lines((JsonObject)r["copy"]!) is var (first, last) && first <= line && line <= last).ToArray();
            // A line that fits none leaves open which: then all are.
            foreach (var resource in named.Length > 0 ? named : [.. closed])
            {
                Open(resource);
                closed.Remove(resource);
                any = true;
            }
        }

        return any;
    }

    private static void Open(JsonObject resource)
    {
        var copy = (JsonObject)resource["copy"]!;
        copy["count"] = 1;
        copy.Remove("mode");
        copy.Remove("batchSize");
        Conditions.Open(resource);
    }

    private static (Place Place, string Why) Skipped(string message, Prepared prepared, LinedJson text)
    {
        var line = Deployment().Match(message) is { Success: true } match ? Number(match.Groups[1].Value) : 0;
        var place = prepared.Deployments.Where(d => text.Lines(d.Key) is var (first, last) && first <= line && line <= last)
            .OrderByDescending(d => text.Lines(d.Key).First).Select(d => d.Value).FirstOrDefault();
        return (place ?? new Place("", 0, 0, null), message.Contains("templateLink", StringComparison.Ordinal) || message.Contains("link resolver", StringComparison.Ordinal)
            ? "its template lies elsewhere and is not read"
            : "it could not be expanded");
    }

    private static int Number(string digits) => int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("'copy' definition at line '([0-9]+)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CopyCount();

    [GeneratedRegex("nested deployment '.*' at line '([0-9]+)'", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Deployment();
}
