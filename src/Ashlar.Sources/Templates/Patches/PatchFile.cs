using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Cli;

namespace Ashlar.Sources.Templates.Patches;

/// <summary>What a Bicep text declares when it is deployed into one resource group, expanded by the Bicep CLI.</summary>
/// <param name="Resources">Table and row of each resource, in the order of the template.</param>
/// <param name="Problems">Errors, and warnings of what a type does not know; empty when the text is right.</param>
public sealed record PatchFile(IReadOnlyList<(string Table, JsonObject Row)> Resources, IReadOnlyList<string> Problems)
{
    /// <summary>A patch leaves out what stays as it is (BCP035), and what a name looks like (BCP333, BCP334, BCP416) is not its choice. Any other word of the compiler is about something wrong; those of its linter are about style.</summary>
    private static readonly HashSet<string> Allowed = ["BCP035", "BCP333", "BCP334", "BCP416"];

    private static readonly string[] Columns = ["location", "kind", "sku", "identity", "tags", "zones", "plan", "managedBy", "extendedLocation", "properties"];

    /// <param name="folder">Scratch folder; the files in it are left to the caller.</param>
    /// <param name="name">Of the file; unique in the folder.</param>
    /// <exception cref="BicepException">The CLI failed, rather than the text.</exception>
    public static PatchFile Read(BicepCli cli, string folder, string name, string text, string resourceId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cli);
        var file = Path.Combine(folder, name + ".bicep");
        File.WriteAllText(file, text);
        var compiled = cli.Compile(file, cancellationToken);
        var problems = compiled.Diagnostics.Where(d => d.Level == "Error" || (d.Code.StartsWith("BCP", StringComparison.Ordinal) && !Allowed.Contains(d.Code))).Select(d => $"line {d.Line}: {d.Code}: {d.Message}").Distinct().ToList();
        if (problems.Count > 0 || compiled.Template is null)
        {
            return new PatchFile([], problems.Count > 0 ? problems : ["It compiles to nothing."]);
        }

        File.WriteAllText(file + "param", $"using './{name}.bicep'\n");
        try
        {
            var snapshot = cli.Snapshot(file + "param", Scope(compiled.Template, resourceId), cancellationToken);
            return new PatchFile([.. (snapshot["predictedResources"] as JsonArray ?? []).OfType<JsonObject>().Select(One)], []);
        }
        catch (BicepException e) when (e.Failure == BicepFailure.Refused)
        {
            return new PatchFile([], [e.Message]);
        }
    }

    private static JsonObject Scope(string template, string resourceId)
    {
        var scope = new JsonObject { ["subscriptionId"] = ResourceIds.SubscriptionId(resourceId) };
        if (JsonNode.Parse(template)?["$schema"]?.ToString().Contains("/deploymentTemplate.json", StringComparison.OrdinalIgnoreCase) == true)
        {
            scope["resourceGroup"] = ResourceIds.ResourceGroup(resourceId);
        }

        return scope;
    }

    private static (string Table, JsonObject Row) One(JsonObject resource)
    {
        var id = (string)resource["id"]!;
        var type = (string)resource["type"]!;
        var row = new JsonObject { ["id"] = id, ["type"] = type };
        foreach (var column in Columns.Where(column => resource[column] is not null))
        {
            row[column] = resource[column]!.DeepClone();
        }

        return (TypeRouting.TableOf(type.ToLowerInvariant(), id.Split("/providers/").Length > 2), row);
    }
}
