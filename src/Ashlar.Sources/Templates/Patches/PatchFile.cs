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
    /// <summary>A property or a type that is not known, a value of a wrong kind, a misspelt name. That a patch leaves out what stays as it is (BCP035) is its nature.</summary>
    private static readonly HashSet<string> Wrong = ["BCP036", "BCP037", "BCP040", "BCP053", "BCP073", "BCP081", "BCP088", "BCP089", "BCP187", "BCP333", "BCP334"];

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
        var problems = compiled.Diagnostics.Where(d => d.Level == "Error" || Wrong.Contains(d.Code)).Select(d => $"line {d.Line}: {d.Code}: {d.Message}").Distinct().ToList();
        if (problems.Count > 0 || compiled.Template is null)
        {
            return new PatchFile([], problems.Count > 0 ? problems : ["It compiles to nothing."]);
        }

        File.WriteAllText(file + "param", $"using './{name}.bicep'\n");
        var scope = new JsonObject { ["subscriptionId"] = ResourceIds.SubscriptionId(resourceId), ["resourceGroup"] = ResourceIds.ResourceGroup(resourceId) };
        var snapshot = cli.Snapshot(file + "param", scope, cancellationToken);
        return new PatchFile([.. (snapshot["predictedResources"] as JsonArray ?? []).OfType<JsonObject>().Select(One)], []);
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
