using Ashlar.Kql.Tests.Fuzz;

// A deterministic run of the mutator: prints figures, fails on any exception that is no diagnostic and on any hang.
if (args is ["reference", var count])
{
    ReferenceQueries.Write(Console.Out, int.Parse(count));
    return 0;
}

var plan = FuzzPlan.From(args);
var seeds = Seeds.Own.Concat(Seeds.Random(400)).Concat(plan.Corpus is null ? [] : Seeds.Corpus(plan.Corpus)).ToList();
var output = Console.Out;
output.WriteLine($"fuzz: {plan.Compile} to compile, {plan.Run} to run, {seeds.Count} seeds, seed {plan.Seed}, {plan.Threads} threads");
var began = TimeProvider.System.GetTimestamp();
var workers = Enumerable.Range(0, plan.Threads).Select(n => new FuzzWorker(plan, n, seeds)).ToList();
// The stack of a server's thread, not of a main thread: depth must be refused, not survived by luck.
var threads = workers.Select(w => new Thread(() => w.Work(CancellationToken.None), 1024 * 1024) { IsBackground = true }).ToList();
threads.ForEach(t => t.Start());
var hung = new List<string>();
while (workers.Any(w => !w.Done) && hung.Count == 0 && threads.Any(t => t.IsAlive))
{
    await Task.Delay(250);
    hung = [.. workers.Where(w => !w.Done && w.Pending > FuzzPlan.Hung).Select(w => FuzzWorker.Short(w.Query))];
}

var findings = workers.SelectMany(w => w.Findings).ToList();
output.WriteLine($"fuzz: compiled {workers.Sum(w => w.Compiled)} ({workers.Sum(w => w.Valid)} valid), ran {workers.Sum(w => w.Ran)}, stopped by a rule {workers.Sum(w => w.Stopped)}, "
    + $"slowest {workers.Max(w => w.Slowest).TotalMilliseconds:F0} ms, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s, {findings.Count} exceptions, {hung.Count} hangs");
foreach (var finding in findings.Take(20))
    output.WriteLine("\n" + finding);
foreach (var query in hung)
    output.WriteLine("\nhangs: " + query);
var tooFew = workers.Sum(w => w.Ran + w.Stopped) < plan.Run / plan.Threads * plan.Threads;
if (tooFew)
    output.WriteLine("fuzz: too few valid queries to run as many as asked");
return findings.Count + hung.Count > 0 || tooFew || workers.Any(w => !w.Done) ? 1 : 0;
