using System.Diagnostics;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Workloads;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Sources.Exports;
using Ashlar.Store;

// bench/access <export folder or tenant.ashlar>: time, processor time and memory of the access tables, then of who-can on the warm snapshot.
var (input, content) = (args[0], args[1]);
using var output = new StreamWriter(Console.OpenStandardOutput());
var file = input.EndsWith(".ashlar", StringComparison.Ordinal) ? input : Path.Combine(Path.GetTempPath(), $"ashlar-access-{Environment.ProcessId}.ashlar");
try
{
    if (file != input)
    {
        using var writer = SnapshotWriter.Create(file);
        var report = ExportSource.Read([input], writer, new ExportOptions(TimeProvider.System.GetUtcNow().UtcDateTime.Date, null), CancellationToken.None);
        writer.Seal(new SnapshotInfo("bench", report.AsOf, report.AsOfSource, report.Inputs, "bench"), CancellationToken.None);
    }

    var edges = ContentLibrary.Load([content], Snapshot.EmptyCatalog).Edges;
    using var snapshot = Snapshot.Open(file, [], CancellationToken.None);
    AiWorkloads.Derive(snapshot, CancellationToken.None);
    GC.Collect();
    var before = Process.GetCurrentProcess();
    var (processor, memory) = (before.TotalProcessorTime, before.PeakWorkingSet64);
    var clock = Stopwatch.StartNew();
    AccessGraph.Derive(snapshot, edges, CancellationToken.None);
    clock.Stop();
    var after = Process.GetCurrentProcess();
    output.WriteLine($"access tables: {clock.Elapsed.TotalSeconds:F1} s, {(after.TotalProcessorTime - processor).TotalSeconds:F1} s processor, peak {after.PeakWorkingSet64 / 1e6:F0} MB ({memory / 1e6:F0} MB before)");
    foreach (var table in AccessTables.All.Where(t => t.Name is "Identities" or "ResourceAccess"))
        output.WriteLine($"  {table.Name}: {Rows(table.Name + " | count")[0][0]} rows");
    var targets = Rows("ResourceAccess | where Capability == 'read-keys' and ResourceType == 'microsoft.cognitiveservices/accounts' | top 200 by ResourceId asc | project ResourceId");
    var times = new List<double>();
    foreach (var target in targets)
    {
        var text = $"EffectiveAccess | where Capability == 'read-keys' and ResourceId =~ '{target[0]}' | project PrincipalId, PrincipalName, PrincipalKind, State, Membership, By, Role, Scope, AssignmentIds, ViaGroupId, Action, Condition";
        clock.Restart();
        _ = Rows(text);
        times.Add(clock.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    output.WriteLine($"who-can: median {times[times.Count / 2]:F0} ms, slowest {times[^1]:F0} ms, of {times.Count}");

    IReadOnlyList<object?[]> Rows(string text)
    {
        var query = KqlCompiler.Compile(text, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        return snapshot.Query(query, new KqlBudget(int.MaxValue - 1, TimeSpan.FromMinutes(10)), CancellationToken.None).Rows;
    }
}
finally
{
    if (file != input)
    {
        File.Delete(file);
        File.Delete(file + ".cache");
    }
}
