using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>Runs controls over a snapshot.</summary>
public static class ControlRun
{
    /// <summary>
    /// One result a control, in ordinal order of ids. Controls run beside one another, one a processor; not more than that many
    /// finished results wait for the reader, so memory does not grow with the number of controls.
    /// </summary>
    /// <param name="severities">How the place of a resource raises or lowers severities.</param>
    public static IEnumerable<ControlResult> Run(Snapshot snapshot, IReadOnlyList<LoadedControl> controls, Settings settings, SeverityTable severities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(severities);
        snapshot.WriteSettings(SettingsRows.Of(settings));
        var context = SeverityContext.Read(snapshot, severities, cancellationToken);
        return RunAll(snapshot, [.. controls.OrderBy(control => control.Control.Id, StringComparer.Ordinal)], settings, Environment.ProcessorCount, cancellationToken).Select(context.Weigh);
    }

    /// <summary>Paths that make the controls fast when <see cref="Snapshot.Open"/> gives them columns of their own.</summary>
    public static IReadOnlyList<KqlTableRead> Shred(IReadOnlyList<LoadedControl> controls)
    {
        ArgumentNullException.ThrowIfNull(controls);
        return [.. controls.SelectMany(control => control.Reads)];
    }

    internal static IEnumerable<ControlResult> RunAll(Snapshot snapshot, IReadOnlyList<LoadedControl> controls, Settings settings, int beside, CancellationToken cancellationToken)
    {
        var seen = new SnapshotGaps(snapshot.Gaps, snapshot.Completeness);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<ControlResult>>();
        var next = 0;
        try
        {
            while (next < controls.Count || running.Count > 0)
            {
                while (next < controls.Count && running.Count < beside)
                {
                    var control = controls[next++];
                    running.Enqueue(Task.Run(() => RunOne(snapshot, control, settings, seen, stop.Token), stop.Token));
                }

                yield return running.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(running).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static ControlResult RunOne(Snapshot snapshot, LoadedControl control, Settings settings, SnapshotGaps seen, CancellationToken cancellationToken)
    {
        var bound = BoundControl.Bind(control, snapshot.Catalog, snapshot.Options(Kql.KqlDialect.Arg));
        var reads = new ControlReads(bound.Scope.Reads, bound.Query?.Reads ?? []);
        var decided = control.Settings.All(settings.Decides);
        var answer = Question.Ask(bound, reads, snapshot, withRows: decided, cancellationToken);
        return WithOrigins(Judgement.Of(control, answer, new BlindSpots(reads, seen, answer.BodylessOthers), settings), snapshot.Origins);
    }

    private static ControlResult WithOrigins(ControlResult result, IReadOnlyDictionary<string, Origin> origins) => origins.Count == 0
        ? result
        : result with { Findings = [.. result.Findings.Select(f => origins.TryGetValue(ResourceIds.Key(f.ResourceId), out var origin) ? f with { Origin = origin } : f)] };
}
