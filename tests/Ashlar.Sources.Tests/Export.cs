using System.Text;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Reading;
using Ashlar.Store;

namespace Ashlar.Sources.Tests;

/// <summary>Files in a folder that is gone after the test, read as an export.</summary>
public sealed class Export : IDisposable
{
    public const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";
    public const string Account = Subscription + "/resourceGroups/RG-Ai/providers/Microsoft.CognitiveServices/accounts/Chat";
    public const string Storage = Subscription + "/resourceGroups/rg-ai/providers/Microsoft.Storage/storageAccounts/st1";

    public static readonly DateTime Today = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ashlar-sources-");
    private Snapshot? _snapshot;

    /// <summary>ARM templates as far as their values are literal: what needs the Bicep CLI has tests of its own.</summary>
    public static ExportOptions Literal { get; } = new(Today) { Templates = new TemplateOptions(new PropertyNames([])) { WithoutCli = true } };

    public string Folder => Path.Combine(_directory.FullName, "in");

    public SourceReport Report { get; private set; } = null!;

    public Snapshot Snapshot => _snapshot ?? Read();

    public IReadOnlyList<Diagnostic> Diagnostics => Snapshot is null ? [] : Report.Diagnostics;

    public Export File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public Export File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return this;
    }

    public static Export Of(string text, string name = "a.json") => new Export().File(name, text);

    public Snapshot Read(ExportOptions? options = null)
    {
        _snapshot?.Dispose();
        var path = Path.Combine(_directory.FullName, "s.ashlar");
        using var writer = SnapshotWriter.Create(path);
        Report = ExportSource.Read([Folder], writer, options ?? Literal, CancellationToken.None);
        writer.Seal(new SnapshotInfo("test", Report.AsOf, Report.AsOfSource, Report.Inputs, "0"), CancellationToken.None);
        return _snapshot = Snapshot.Open(path, [], CancellationToken.None);
    }

    /// <summary>Rows of a query over the tables.</summary>
    public IReadOnlyList<object?[]> Rows(string kql)
    {
        var query = KqlCompiler.Compile(kql, Snapshot.Catalog, Snapshot.Options(KqlDialect.Arg));
        Assert.Empty(query.Diagnostics);
        return Snapshot.Query(query, CancellationToken.None).Rows;
    }

    /// <summary>The one value of a query over the tables.</summary>
    public object? One(string kql) => Assert.Single(Assert.Single(Rows(kql)));

    public object? Properties(string id) => One($"union resources, armresources, authorizationresources | where id =~ '{id}' | project properties");

    public bool HasBody(string table = "resources") => Snapshot.KeysWithoutBody(table, [], CancellationToken.None).Count == 0;

    public Diagnostic Told(string code) => Assert.Single(Diagnostics, d => d.Code == code);

    public void Dispose()
    {
        _snapshot?.Dispose();
        _directory.Delete(recursive: true);
    }
}
