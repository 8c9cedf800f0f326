using System.Diagnostics;

namespace Ashlar.KqlBench;

/// <summary>What one run took, in milliseconds. Other work on the machine lengthens the wall time; the processor time of this process it hardly touches.</summary>
internal readonly record struct Cost(double Wall, double Processor)
{
    public static Cost Of(Action work)
    {
        // The garbage of the run before is not to be collected within this one.
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Stopwatch.GetTimestamp();
        work();
        return new Cost(Stopwatch.GetElapsedTime(begun).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }
}
