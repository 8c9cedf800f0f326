using Ashlar.Kql.Tests.Reference;
using CsCheck;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>One thread's share; the same seed makes the same queries whatever the other threads do.</summary>
internal sealed class FuzzWorker(FuzzPlan plan, int number, IReadOnlyList<string> seeds)
{
    private readonly Mutator _mutator = new(new Dice(new PCG((uint)number, plan.Seed)), seeds);
    private long _began = TimeProvider.System.GetTimestamp();

    public int Compiled { get; private set; }

    public int Valid { get; private set; }

    public int Ran { get; private set; }

    public int Stopped { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public string Query { get; private set; } = "";

    public bool Done { get; private set; }

    public List<string> Findings { get; } = [];

    /// <summary>How long the query at hand has been worked on.</summary>
    public TimeSpan Pending => TimeProvider.System.GetElapsedTime(Volatile.Read(ref _began));

    public void Work(CancellationToken cancellationToken)
    {
        using var playground = new Playground(plan.Corpus is null ? null : Seeds.Tables(plan.Corpus));
        using var journal = new Journal(plan.Journal + "." + number);
        var (toCompile, toRun) = (plan.Compile / plan.Threads, plan.Run / plan.Threads);
        // Too few valid mutations to run as many as asked: give up at three times as many, and the figures say so.
        while ((Compiled < toCompile || Ran + Stopped < toRun) && Compiled < toCompile * 3 && Findings.Count < 20)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Query = _mutator.Next();
            journal.Note(Compiled, Query);
            Volatile.Write(ref _began, TimeProvider.System.GetTimestamp());
            One(playground, toRun, cancellationToken);
            if (Pending > FuzzPlan.Patience)
            {
                Volatile.Write(ref _began, TimeProvider.System.GetTimestamp());
                One(playground, int.MaxValue, cancellationToken);
                if (Pending > FuzzPlan.Patience)
                    Findings.Add($"slow, {Pending.TotalSeconds:F1} s the second time\n--- query {Compiled} of worker {number}\n{Short(Query)}");
            }

            Slowest = Pending > Slowest ? Pending : Slowest;
        }

        Done = true;
    }

    private void One(Playground playground, int toRun, CancellationToken cancellationToken)
    {
        try
        {
            var compilation = playground.Compile(Query, Compiled % 2 == 0);
            Compiled++;
            if (!compilation.Success)
                return;
            Valid++;
            if (Ran + Stopped >= toRun)
                return;
            if (playground.Run(compilation, FuzzPlan.Patience / 2, cancellationToken))
                Ran++;
            else
                Stopped++;
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            Compiled++;
            Findings.Add($"{wrong.GetType().Name}: {wrong.Message}\n{First(wrong.StackTrace)}\n--- query {Compiled} of worker {number}\n{Short(Query)}");
        }
    }

    public static string Short(string query) => query.Length > 3_000 ? query[..3_000] + $"... ({query.Length} characters)" : query;

    private static string First(string? trace) => string.Join("\n", (trace ?? "").Split('\n').Take(6));
}
