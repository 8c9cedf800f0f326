using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What was found about one workload, over all controls.</summary>
internal sealed class WorkloadCounts
{
    /// <summary>By <see cref="Severity"/>.</summary>
    public int[] FailBySeverity { get; } = new int[5];

    public int Unknown { get; set; }

    public int Fail => FailBySeverity.Sum();

    /// <summary>Most severe first.</summary>
    public static int ByUrgency(WorkloadCounts left, WorkloadCounts right)
    {
        for (var severity = 4; severity >= 0; severity--)
        {
            var order = right.FailBySeverity[severity].CompareTo(left.FailBySeverity[severity]);
            if (order != 0)
                return order;
        }

        return right.Unknown.CompareTo(left.Unknown);
    }
}
