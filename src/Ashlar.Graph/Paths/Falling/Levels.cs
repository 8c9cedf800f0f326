using System.Globalization;

namespace Ashlar.Graph.Paths.Falling;

/// <summary>How much falls, in one word, and why: docs/paths.md.</summary>
internal static class Levels
{
    public static (string Level, IReadOnlyList<string> Reasons) Of(bool controlsTenant, int workloads, int data, int secrets, int identities)
    {
        var reasons = new List<string>();
        if (controlsTenant)
            reasons.Add("It leads to control of the tenant or of a whole subscription.");
        if (workloads > 0)
            reasons.Add(workloads == 1 ? "Another AI workload falls with it." : string.Create(CultureInfo.InvariantCulture, $"{workloads} other AI workloads fall with it."));
        if (secrets > 0)
            reasons.Add(secrets == 1 ? "The secrets of one vault or holder can be read." : string.Create(CultureInfo.InvariantCulture, $"The secrets of {secrets} vaults or holders can be read."));
        if (data > 0)
            reasons.Add(data == 1 ? "The data of one store can be read or written." : string.Create(CultureInfo.InvariantCulture, $"The data of {data} stores can be read or written."));
        if (identities > 0)
            reasons.Add(identities == 1 ? "One identity can be taken over." : string.Create(CultureInfo.InvariantCulture, $"{identities} identities can be taken over."));
        var level = controlsTenant || workloads >= 5 ? "critical" : workloads > 0 || (secrets > 0 && data > 0) ? "high" : data > 0 || secrets > 0 || identities > 0 ? "medium" : "low";
        return (level, reasons);
    }
}
