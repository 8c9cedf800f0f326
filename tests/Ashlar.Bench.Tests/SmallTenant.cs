using Ashlar.Kql;
using Ashlar.Sources;
using Ashlar.Sources.Exports;
using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Reading;
using Ashlar.Store;

namespace Ashlar.Bench.Tests;

/// <summary>A generated tenant of 400 resources, read as an export.</summary>
public sealed class SmallTenant : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("ashlar-bench-");
    private readonly Snapshot snapshot;

    public SmallTenant()
    {
        Tenant.Write(Folder, TenantSize.Of(400));
        var path = Path.Combine(directory.FullName, "s.ashlar");
        using var writer = SnapshotWriter.Create(path);
        var options = new ExportOptions(new DateTime(2026, 6, 15, 0, 0, 0, DateTimeKind.Utc)) { Templates = new TemplateOptions(new PropertyNames([])) { WithoutCli = true } };
        Report = ExportSource.Read([Folder], writer, options, CancellationToken.None);
        Duplicates = writer.DuplicateCount;
        writer.Seal(new SnapshotInfo("test", Report.AsOf, Report.AsOfSource, Report.Inputs, "0"), CancellationToken.None);
        snapshot = Snapshot.Open(path, [], CancellationToken.None);
    }

    public string Folder => Path.Combine(directory.FullName, "in");

    public SourceReport Report { get; }

    public long Duplicates { get; }

    public IReadOnlyList<object?[]> Rows(string kql)
    {
        var query = KqlCompiler.Compile(kql, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(query.Diagnostics);
        return snapshot.Query(query, CancellationToken.None).Rows;
    }

    public long Count(string kql) => (long)Assert.Single(Assert.Single(Rows(kql + " | count")))!;

    public void Dispose()
    {
        snapshot.Dispose();
        directory.Delete(recursive: true);
    }
}
