using Ashlar.Model;

namespace Ashlar.Sources.Terraform;

/// <summary>What reading a Terraform plan needs to know.</summary>
/// <param name="Mappings">By Terraform resource type.</param>
/// <param name="PathsRead">Lower-case ARM type to the property paths that the loaded controls read of it: what a mapping does not speak of there is undecided.</param>
public sealed record TerraformOptions(IReadOnlyDictionary<string, TerraformMapping> Mappings, Func<string, IReadOnlyCollection<string>> PathsRead)
{
    public static TerraformOptions None { get; } = new(new Dictionary<string, TerraformMapping>(), _ => []);
}
