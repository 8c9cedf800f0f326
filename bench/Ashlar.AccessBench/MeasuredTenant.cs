using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Paths;
using Ashlar.Graph.Workloads;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.AccessBench;

/// <summary>A snapshot whose access tables are derived and asked under a stopwatch.</summary>
internal sealed class MeasuredTenant : IDisposable
{
    private const int SampledTargets = 60;

    private readonly Snapshot _snapshot;
    private readonly IReadOnlyList<AccessEdge> _edges;

    private MeasuredTenant(Snapshot snapshot, IReadOnlyList<AccessEdge> edges) => (_snapshot, _edges) = (snapshot, edges);

    public static MeasuredTenant Open(string file, string content)
    {
        var edges = ContentLibrary.Load([content], Snapshot.EmptyCatalog).Edges;
        var snapshot = Snapshot.Open(file, [], CancellationToken.None);
        if (!snapshot.IsDerived(DerivedTables.AiWorkloads.Name))
            AiWorkloads.Derive(snapshot, CancellationToken.None);
        return new MeasuredTenant(snapshot, edges);
    }

    public void Derive(TextWriter? output)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess();
        var (processor, memory) = (before.TotalProcessorTime, before.PeakWorkingSet64);
        var clock = Stopwatch.StartNew();
        AccessGraph.Derive(_snapshot, _edges, CancellationToken.None);
        clock.Stop();
        var after = Process.GetCurrentProcess();
        output?.WriteLine($"access tables: {clock.Elapsed.TotalSeconds:F1} s, {(after.TotalProcessorTime - processor).TotalSeconds:F1} s processor, peak {after.PeakWorkingSet64 / 1e6:F0} MB ({memory / 1e6:F0} MB before)");
        foreach (var table in AccessTables.All.Where(t => t.Name is "Identities" or "ResourceAccess"))
            output?.WriteLine($"  {table.Name}: {Rows(table.Name + " | count")[0][0]} rows");
    }

    /// <summary>Derives attack paths over access tables that are there already.</summary>
    public void Paths(TextWriter output)
    {
        if (!AccessGraph.IsDerived(_snapshot, _edges))
            AccessGraph.Derive(_snapshot, _edges, CancellationToken.None);
        GC.Collect();
        for (var turn = 0; turn < 2; turn++)
        {
            var before = Process.GetCurrentProcess();
            var (processor, memory) = (before.TotalProcessorTime, before.PeakWorkingSet64);
            var clock = Stopwatch.StartNew();
            AttackPaths.Derive(_snapshot, _edges, CancellationToken.None);
            var after = Process.GetCurrentProcess();
            output.WriteLine($"path tables: {clock.Elapsed.TotalSeconds:F2} s, {(after.TotalProcessorTime - processor).TotalSeconds:F2} s processor, peak {after.PeakWorkingSet64 / 1e6:F0} MB ({memory / 1e6:F0} MB before)");
        }

        foreach (var table in PathTables.All)
            output.WriteLine($"  {table.Name}: {Rows(table.Name + " | count")[0][0]} rows");
    }

    /// <summary>Asks who can read the keys of each of some accounts, one after the other.</summary>
    public void WhoCan(TextWriter output)
    {
        var targets = Rows("ResourceAccess | where Capability == 'read-keys' and ResourceType == 'microsoft.cognitiveservices/accounts' | top 200 by ResourceId asc | project ResourceId");
        var times = new List<double>();
        var processor = new List<double>();
        var clock = new Stopwatch();
        foreach (var target in targets)
        {
            var text = $"EffectiveAccess | where Capability == 'read-keys' and ResourceId =~ '{target[0]}' | project PrincipalId, PrincipalName, PrincipalKind, State, Membership, By, Role, Scope, AssignmentIds, ViaGroupId, Action, Condition";
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            clock.Restart();
            _ = Rows(text);
            times.Add(clock.Elapsed.TotalMilliseconds);
            processor.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        times.Sort();
        processor.Sort();
        output.WriteLine($"who-can: median {times[times.Count / 2]:F0} ms, slowest {times[^1]:F0} ms, of {times.Count}; processor: median {processor[processor.Count / 2]:F0} ms, slowest {processor[^1]:F0} ms");
    }

    /// <summary>Roads are hashed of every n-th target alone: of a whole tenant they are more than memory holds.</summary>
    public void Hash(TextWriter output)
    {
        foreach (var table in AccessTables.All.Where(t => t.Name is not ("EffectiveAccess" or "KeyHolders")))
            Hash(output, table.Name, Rows(table.Name));
        var targets = Rows("AccessTargets | order by ResourceId asc | project ResourceId");
        var step = Math.Max(1, targets.Count / SampledTargets);
        for (var i = 0; i < targets.Count; i += step)
        {
            foreach (var table in new[] { "EffectiveAccess", "KeyHolders" })
                Hash(output, $"{table} {targets[i][0]}", Rows($"{table} | where ResourceId =~ '{targets[i][0]}'"));
        }
    }

    private static void Hash(TextWriter output, string name, IReadOnlyList<object?[]> rows)
    {
        var lines = rows.Select(r => string.Join('\u001f', r.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)))).Order(StringComparer.Ordinal).ToList();
        output.WriteLine($"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16]} {lines.Count} {name}");
    }

    public void Dispose() => _snapshot.Dispose();

    private IReadOnlyList<object?[]> Rows(string text)
    {
        var query = KqlCompiler.Compile(text, _snapshot.Catalog, _snapshot.Options(KqlDialect.Arg));
        return _snapshot.Query(query, new KqlBudget(int.MaxValue - 1, TimeSpan.FromMinutes(10)), CancellationToken.None).Rows;
    }
}
