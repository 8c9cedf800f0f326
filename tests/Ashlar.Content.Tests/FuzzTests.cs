using CsCheck;

namespace Ashlar.Content.Tests;

public sealed class FuzzTests
{
    private static readonly string[] Pieces = ["[", "]", "{", "}", ":", "- ", "\n", "\t", "'", "\"", "|", ">", "&a", "*a", "!!x", "#", "---\n", "~", "\u0000", "😀", "title: ", "tables:", "9999999999999999999", "0x1F", ".inf"];

    private static readonly Gen<string> Broken =
        from file in Gen.OneOf("control.yaml", "cases.yaml", "frameworks/sample.yaml")
        from at in Gen.Double[0, 1]
        from length in Gen.Int[0, 12]
        from piece in Gen.OneOf(Pieces)
        select file + "\u0001" + Change(Text(file), at, length, piece);

    [Fact]
    public void No_text_whatever_ends_the_run_or_loads_a_half_read_control() =>
        Broken.Sample(
            broken =>
            {
                var parts = broken.Split('\u0001', 2);
                var library = SampleContent.Load((parts[0], parts[1]));
                Assert.True(library.Controls.Count == 0 || library.Controls[0].Control.Title.Length > 0);
                Assert.All(library.Diagnostics, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
            },
            iter: 1500, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void No_settings_file_whatever_ends_the_run() =>
        Gen.OneOf(Pieces).Array[0, 12].Sample(pieces => _ = SettingsFile.Read("ashlar.yaml", "approvedRegions: " + string.Concat(pieces)), iter: 1500, seed: "0N0XIzNsQ0O2", threads: 1);

    private static string Text(string file) => file switch { "control.yaml" => SampleContent.Control, "cases.yaml" => SampleContent.Cases, _ => SampleContent.Framework };

    private static string Change(string text, double at, int length, string piece)
    {
        var start = (int)(at * text.Length);
        var end = Math.Min(text.Length, start + length);
        return text[..start] + piece + text[end..];
    }
}
