namespace Ashlar.Sources.Exports.Files;

/// <summary>Files by name: what is read as JSON, what is recognised but cannot be assessed, and what is silently no input.</summary>
internal static class KnownFiles
{
    private static readonly Dictionary<string, string> NotAssessable = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "CSV loses nested values. Export JSON instead (Resource Graph Explorer: Download as JSON).",
        [".tsv"] = "TSV loses nested values. Export JSON instead.",
        [".xlsx"] = "Spreadsheets lose nested values. Export JSON instead.",
        [".tfstate"] = "A Terraform state file is not read. Give what `terraform show -json` prints of it.",
        [".tf"] = "Terraform is read as a plan: terraform plan -out tf.plan && terraform show -json tf.plan > plan.json, then give plan.json.",
        [".tfvars"] = "Terraform variables are read as part of a plan: terraform show -json tf.plan > plan.json.",
        [".yaml"] = "YAML is not read. Export JSON instead (az: --output json).",
        [".yml"] = "YAML is not read. Export JSON instead (az: --output json).",
        [".xml"] = "XML is not read. Export JSON instead.",
        [".zip"] = "Archives are not opened. Unpack it first.",
        [".gz"] = "Archives are not opened. Unpack it first.",
        [".7z"] = "Archives are not opened. Unpack it first.",
        [".parquet"] = "Parquet is not read here.",
    };

    private static readonly HashSet<string> NoInput = new(StringComparer.OrdinalIgnoreCase)
    {
        ".md", ".sh", ".ps1", ".log", ".html", ".sarif", ".png", ".svg", ".jpg", ".gitignore", ".ashlar", ".cache",
    };

    /// <summary>What to say of a file that is not read; null = read it.</summary>
    public static string? WhyNot(string name)
    {
        var extension = Path.GetExtension(name);
        return name.Equals("bicepconfig.json", StringComparison.OrdinalIgnoreCase) ? "" : NotAssessable.GetValueOrDefault(extension) ?? (NoInput.Contains(extension) ? "" : null);
    }

    public static bool IsBicep(string name) => Path.GetExtension(name).Equals(".bicep", StringComparison.OrdinalIgnoreCase);

    public static bool IsBicepParameters(string name) => Path.GetExtension(name).Equals(".bicepparam", StringComparison.OrdinalIgnoreCase);

    public static bool IsJson(string name) => Path.GetExtension(name).ToLowerInvariant() is ".json" or ".jsonl" or ".ndjson";
}
