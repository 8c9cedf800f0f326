using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Rules;
using Ashlar.Store;
using Xunit;

namespace Ashlar.EndToEnd;

/// <summary>What controls read, a Terraform plan tells; or the content says why it cannot.</summary>
public sealed class TerraformCoverageTests
{
    // What the reader itself fills in, or what belongs to no body.
    private static readonly HashSet<string> OfTheReader = new(StringComparer.OrdinalIgnoreCase) { "id", "name", "type", "resourceGroup", "subscriptionId", "tenantId", "properties" };
    private static readonly ContentLibrary Library = ContentLibrary.Load([Path.Combine(Repository.Root, "content")], Snapshot.EmptyCatalog);
    private static readonly IReadOnlyList<(string Type, IReadOnlyList<string> Paths)> Reads = [.. ControlRun.Shred(Library.Controls).Where(read => TableCatalogue.Find(read.Table) is { Kind: not TableKind.Derived }).SelectMany(read => read.Types.Select(type => (type, (IReadOnlyList<string>)[.. read.Paths])))];
    private static readonly ILookup<string, TerraformMapping> ByType = Library.Terraform.Values.SelectMany(mapping => mapping.Children.Append(mapping)).ToLookup(mapping => mapping.Type, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_type_that_controls_read_has_a_mapping_or_a_reason_why_not()
    {
        var missing = Reads.Select(read => read.Type.ToLowerInvariant()).Distinct().Where(type => !ByType.Contains(type) && !Library.WithoutTerraform.ContainsKey(type)).Order(StringComparer.Ordinal);
        Nothing(missing.Select(type => $"{type}: add content/terraform/<azurerm type>.yaml, or the reason to content/terraform/without.yaml"));
    }

    [Fact]
    public void No_type_has_both_a_mapping_and_a_reason_why_not() => Assert.DoesNotContain(Library.WithoutTerraform.Keys, ByType.Contains);

    [Fact]
    public void Every_path_that_controls_read_of_a_mapped_type_is_spoken_of()
    {
        var missing = Reads
            .Where(read => ByType.Contains(read.Type))
            .SelectMany(read => ByType[read.Type].Where(mapping => mapping.Into is null).SelectMany(mapping => read.Paths.Where(path => !OfTheReader.Contains(path) && !Spoken(mapping, path)).Select(path => $"{mapping.TerraformType} -> {mapping.Type}: {path}")))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Nothing(missing.Select(line => line + " stands in no 'values', 'absent' (the provider never sets it, Azure's default applies) or 'untold' (with the reason)"));
    }

    private static void Nothing(IEnumerable<string> missing)
    {
        var lines = missing.ToArray();
        if (lines.Length > 0)
        {
            Assert.Fail(string.Join('\n', lines.Prepend("missing:")));
        }
    }

    private static bool Spoken(TerraformMapping mapping, string path) =>
        mapping.Spoken.Concat(mapping.Untold.Keys).Any(said => ArmPath.Overlap(said, path));
}
