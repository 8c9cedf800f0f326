using System.Text;
using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Exports.Json;

namespace Ashlar.Sources.Tests;

public sealed class HostileInputTests
{
    private const string A = $$"""{"id":"{{Export.Account}}","type":"Microsoft.CognitiveServices/accounts","properties":{"a":1} }""";

    [Theory]
    [InlineData($"[{A},\n{{\"id\":\"/subscriptions/x")]
    [InlineData($"{{\"value\":[{A},\n{{\"id\":")]
    [InlineData($"[{A},\n")]
    [InlineData($"[{A}\n")]
    public void Of_a_truncated_file_the_rows_before_the_break_stay_and_a_gap_is_written(string text)
    {
        using var export = Export.Of(text);

        Assert.Equal(Export.Account, export.One("resources | project id"));
        var told = export.Told(SourceCodes.Broken);
        Assert.Equal(2, told.Line);
        Assert.Contains("1 rows before it are kept", told.Message);
        Assert.EndsWith("/a.json", told.File);
        Assert.Equal(("resources/microsoft.cognitiveservices/accounts", GapReason.Unreadable), Assert.Single(export.Snapshot.Gaps.Select(g => (g.DataSet, g.Reason))));
    }

    [Fact]
    public void A_bad_line_does_not_hide_the_lines_after_it()
    {
        using var export = Export.Of("{\"id\": oops}\n" + A + "\n");

        Assert.Equal(Export.Account, export.One("resources | project id"));
        Assert.Equal((1, 8), (export.Told(SourceCodes.Broken).Line, export.Told(SourceCodes.Broken).Column));
    }

    [Fact]
    public void An_empty_file_is_said_and_is_a_gap()
    {
        using var export = new Export().File("a.json", "").File("b.json", A);

        Assert.EndsWith("/a.json", export.Told(SourceCodes.Empty).File);
        Assert.All(export.Snapshot.Gaps, g => Assert.Equal(GapReason.Unreadable, g.Reason));
        Assert.NotEmpty(export.Snapshot.Gaps);
    }

    [Fact]
    public void An_empty_list_is_no_gap()
    {
        using var export = new Export().File("a.json", "[]").File("b.json", A);

        Assert.Contains("empty list", export.Told(SourceCodes.Empty).Message);
        Assert.Empty(export.Snapshot.Gaps);
    }

    [Fact]
    public void Nesting_beyond_reason_is_said_and_the_rest_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500);
        using var export = Export.Of($$"""{"id":"{{Export.Storage}}","type":"Microsoft.Storage/storageAccounts","properties":{{deep}} }""" + "\n" + A);

        Assert.Equal(Export.Account, export.One("resources | project id"));
        Assert.Contains("nested more than 128 levels", export.Told(SourceCodes.Broken).Message);
    }

    [Fact]
    public void An_object_larger_than_the_limit_is_said()
    {
        using var export = Export.Of($$"""{"id":"{{Export.Storage}}","type":"a.b/c","properties":{"x":"{{new string('x', 3 * 1024 * 1024)}}"} }""");
        export.Read(Export.Literal with { MaxObjectBytes = 1024 * 1024 });

        Assert.Contains("larger than 1 MB", export.Told(SourceCodes.Broken).Message);
        Assert.NotEmpty(export.Snapshot.Gaps);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said()
    {
        using var export = new Export().File("a.bin", [1, 2, 0, 0, 3]).File("b.json", [0x7b, 0, 0, 0, 1]).File("c.json", A);

        Assert.Equal(2, export.Diagnostics.Count(d => d.Code == SourceCodes.Binary));
        Assert.Equal(Export.Account, export.One("resources | project id"));
    }

    [Fact]
    public void A_wrong_encoding_is_said_and_the_row_stays()
    {
        using var export = new Export().File("a.json", Encoding.Latin1.GetBytes($$"""[{"id":"{{Export.Account}}","name":"Bücher","type":"Microsoft.CognitiveServices/accounts","properties":{"x":"é"} }]"""));

        Assert.Equal(["B\uFFFDcher", "{\"x\":\"\uFFFD\"}"], Assert.Single(export.Rows("resources | project name, properties")));
        Assert.Contains("not valid UTF-8", export.Told(SourceCodes.NotUtf8).Message);
    }

    [Fact]
    public void Objects_that_are_no_resources_are_counted_once_for_the_file()
    {
        using var export = Export.Of($"[{{\"a\":1}},{A},7,\"x\",null,{{\"id\":\"x\"}},{{\"id\":\"/no/type\"}}]");

        Assert.Contains("6 objects or values", export.Told(SourceCodes.NotResources).Message);
        Assert.Equal(1L, export.One("resources | count"));
    }

    [Theory]
    [InlineData("a.csv", "id,name\n1,2\n", "CSV")]
    [InlineData("a.tfstate", "{}", "Terraform state")]
    [InlineData("state.json", "{\"version\":4,\"terraform_version\":\"1.9\",\"resources\":[]}", "Terraform state")]
    [InlineData("plan.json", "{\"terraform_version\":\"1.9\",\"resource_changes\":[]}", "terraform show -json")]
    [InlineData("api.json", "{\"openapi\":\"3.0.0\",\"paths\":{}}", "API description")]
    [InlineData("p.json", "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#\",\"parameters\":{}}", "Parameters of a template")]
    [InlineData("notes.txt", "hello", "not JSON")]
    public void A_file_that_is_recognised_but_not_assessable_is_said(string name, string text, string expected)
    {
        using var export = new Export().File(name, text).File("z.json", A);

        var told = export.Told(SourceCodes.NotAssessable);
        Assert.Contains(expected, told.Message);
        Assert.EndsWith("/" + name, told.File);
    }

    [Fact]
    public void Json_without_the_extension_is_read()
    {
        using var export = Export.Of("\n " + A, "dump");
        Assert.Equal(Export.Account, export.One("resources | project id"));
    }

    [Fact]
    public void A_folder_that_links_to_one_above_it_ends()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var export = Export.Of(A, "below/a.json");
        Directory.CreateSymbolicLink(Path.Combine(export.Folder, "below", "up"), export.Folder);

        Assert.Equal(1L, export.One("resources | count"));
        Assert.EndsWith("/below/up", export.Told(SourceCodes.Loop).File);
    }

    [Fact]
    public void A_link_to_nowhere_and_a_missing_path_are_said()
    {
        using var export = Export.Of(A);
        File.CreateSymbolicLink(Path.Combine(export.Folder, "gone.json"), Path.Combine(export.Folder, "nothing.json"));

        Assert.EndsWith("/gone.json", export.Told(SourceCodes.CannotRead).File);
        Assert.Equal(Export.Account, export.One("resources | project id"));
    }

    [Fact]
    public void Names_with_escapes_markup_and_broken_surrogates_are_kept_as_text()
    {
        using var export = Export.Of($$"""{"id":"{{Export.Account}}","name":"\u003cscript\u003e\u001b[31m\n=1+1 \ud800","type":"Microsoft.CognitiveServices/accounts","properties":{},"resources":[] }""");

        Assert.Equal("<script>\u001b[31m\n=1+1 \uFFFD", export.One("resources | project name"));
    }

    [Fact]
    public void Of_a_property_given_twice_the_last_counts()
    {
        using var export = Export.Of($$"""{"id":"{{Export.Account}}","type":"a.b/c","type":"Microsoft.CognitiveServices/accounts","properties":{"x":1},"properties":{"x":2},"resources":[] }""");
        Assert.Equal("{\"x\":2}", export.Properties(Export.Account));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        using var stream = new Lines(200_000);
        using var items = new JsonItems(stream, 1024 * 1024);
        long count = 0;
        while (items.Next(CancellationToken.None) == JsonNext.Item)
        {
            count++;
        }

        Assert.Equal(200_000, count);
        Assert.True(stream.Position > 40 * items.BufferBytes);
        Assert.True(items.BufferBytes <= 1024 * 1024);
    }

    [Fact]
    public void Values_that_PowerShell_cut_off_at_its_depth_make_a_row_without_body()
    {
        using var export = Export.Of($$"""{"Id":"{{Export.Account}}","Type":"Microsoft.CognitiveServices/accounts","Properties":{"networkAcls":"@{defaultAction=Deny}"} }""");

        Assert.False(export.HasBody());
        Assert.Null(export.Properties(Export.Account));
        Assert.Contains("-Depth 100", export.Told(SourceCodes.DepthCut).Message);
    }

    /// <summary>Lines of JSON made as they are read.</summary>
    private sealed class Lines(int count) : Stream
    {
        private static readonly byte[] Line = Encoding.UTF8.GetBytes(A.Replace("\"a\":1", "\"a\":\"" + new string('x', 200) + "\"", StringComparison.Ordinal) + "\n");
        private readonly long _length = (long)count * Line.Length;

        public override long Position { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _length;

        public override int Read(byte[] buffer, int offset, int size) => Read(buffer.AsSpan(offset, size));

        public override int Read(Span<byte> buffer)
        {
            var at = (int)(Position % Line.Length);
            var size = (int)Math.Min(Math.Min(buffer.Length, Line.Length - at), _length - Position);
            Line.AsSpan(at, size).CopyTo(buffer);
            Position += size;
            return size;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int size) => throw new NotSupportedException();
    }

    [Fact]
    public void A_file_named_as_JSON_that_is_no_text_is_a_gap_and_a_picture_is_not()
    {
        using var export = Export.Of(StorageAccount).File("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1]);
        Assert.Empty(export.Snapshot.Gaps);

        using var damaged = Export.Of(StorageAccount).File("b.json", StorageAccount + "\0");
        Assert.NotEmpty(damaged.Snapshot.Gaps);
        Assert.Equal(DiagnosticLevel.Warning, damaged.Told(SourceCodes.Binary).Level);
    }

    [Fact]
    public void A_link_to_a_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no pipes among its files.
        }

        using var export = Export.Of(StorageAccount);
        var pipe = Path.Combine(Path.GetDirectoryName(export.Folder)!, "pipe");
        System.Diagnostics.Process.Start("mkfifo", pipe).WaitForExit();
        File.CreateSymbolicLink(Path.Combine(export.Folder, "link.json"), pipe);

        Assert.Equal(1L, export.One("resources | count"));
        Assert.NotEmpty(export.Snapshot.Gaps);
    }

    [Fact]
    public void Properties_with_nothing_in_them_are_no_body_and_give_way_to_one()
    {
        using var alone = Export.Of(StorageAccount.Replace("\"properties\":{\"a\":1}", "\"properties\":{ }", StringComparison.Ordinal));
        Assert.False(alone.HasBody());

        using var both = Export.Of(StorageAccount.Replace("\"properties\":{\"a\":1}", "\"properties\":{}", StringComparison.Ordinal), "a.json").File("b.json", StorageAccount);
        Assert.True(both.HasBody());
        Assert.Equal("{\"a\":1}", both.Properties(Export.Storage));
    }

    private const string StorageAccount = $$"""{"id":"{{Export.Storage}}","name":"st1","type":"Microsoft.Storage/storageAccounts","properties":{"a":1} }""";
}
