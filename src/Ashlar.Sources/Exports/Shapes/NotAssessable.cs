using System.Text.Json.Nodes;
using Ashlar.Sources.Templates.Inputs;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>JSON that is recognised and cannot be assessed.</summary>
internal static class NotAssessable
{
    /// <summary>What it is and what to give instead; null when it may be assessed.</summary>
    public static string? Why(JsonObject value)
    {
        if (value.ContainsKey("terraform_version"))
        {
            return Terraform.PlanFile.Is(value) ? null : "A Terraform state file, or a plan without its planned values, is not read. Give what `terraform show -json` prints of it.";
        }

        if (value.ContainsKey("openapi") || value.ContainsKey("swagger"))
        {
            return "An API description: it holds no resources.";
        }

        var schema = ResourceObject.Text(value, "$schema") ?? "";
        if (schema.Contains("sarif", StringComparison.OrdinalIgnoreCase))
        {
            return "A SARIF report: it holds no resources.";
        }

        return schema.Length > 0 && !ArmTemplate.Is(value) && !ParameterValues.Is(value) && !value.ContainsKey("id") && !value.ContainsKey("type")
            ? "JSON of another schema: it holds no resources."
            : null;
    }
}
