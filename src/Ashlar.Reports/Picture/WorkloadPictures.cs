using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Which of the picture belongs to which workload.</summary>
internal sealed class WorkloadPictures
{
    private readonly List<int>[] _doors;
    private readonly List<int>[] _serving;
    private readonly List<int>[] _own;
    private readonly ILookup<string, int> _flows;
    private readonly ILookup<string, int> _paths;
    private readonly Dictionary<string, Fall> _falls = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<AiWorkload> _workloads;
    private readonly TenantPicture _picture;

    public WorkloadPictures(IReadOnlyList<AiWorkload> workloads, TenantPicture picture)
    {
        _workloads = workloads;
        _picture = picture;
        _flows = Positions(picture.Flows, f => f.WorkloadIds);
        _paths = Positions(picture.Paths, p => p.WorkloadIds);
        foreach (var fall in picture.Falls)
            _falls.TryAdd(fall.WorkloadId, fall);
        _doors = Doors(workloads, _ => true);
        _serving = Doors(workloads, IsServing);
        _own = Doors(workloads, IsOwn);
    }

    /// <summary>Positions in <see cref="TenantPicture.Doors"/> of everything it has or uses.</summary>
    public IReadOnlyList<int> Doors(int workload) => _doors[workload];

    /// <summary>Of its own doors, the widest; of those it shares, when it has none of its own; null when it has none at all.</summary>
    public Exposure? Exposure(int workload) => Reports.Exposure.Widest((_own[workload].Count > 0 ? _own : _serving)[workload].Select(d => _picture.Doors[d]));

    /// <summary>Positions in <see cref="TenantPicture.Flows"/>.</summary>
    public IEnumerable<int> Flows(int workload) => _flows[_workloads[workload].Id];

    /// <summary>Positions in <see cref="TenantPicture.Paths"/>.</summary>
    public IEnumerable<int> Paths(int workload) => _paths[_workloads[workload].Id];

    public int PathCount(int workload) => _picture.PathCounts.GetValueOrDefault(_workloads[workload].Id);

    public Fall? Fall(int workload) => _falls.GetValueOrDefault(_workloads[workload].Id);

    /// <summary>The stores, indexes and vaults it names and those its flows name, each once: <c>3 stores, 1 vault</c>.</summary>
    public string Data(int workload) => DataWords.Of(_workloads[workload], Flows(workload).Select(f => _picture.Flows[f]));

    private List<int>[] Doors(IReadOnlyList<AiWorkload> workloads, Func<AiWorkloadMember, bool> of)
    {
        var doors = workloads.Select(_ => new List<int>()).ToArray();
        var index = new WorkloadIndex([.. workloads.Select(w => w with { Members = [.. w.Members.Where(of)] })]);
        for (var i = 0; i < _picture.Doors.Count; i++)
        {
            foreach (var workload in index.Of(_picture.Doors[i].ResourceId))
                doors[workload].Add(i);
        }

        return doors;
    }

    // What serves it alone, and its models and what it was found from, whoever shares them.
    private static bool IsOwn(AiWorkloadMember member) => IsServing(member) && (!member.Shared || member.Role is AiRole.Model or AiRole.Project || member.Via == "root");

    // Logs take what is sent to them from anywhere.
    private static bool IsServing(AiWorkloadMember member) => member.Role is not (AiRole.Monitor or AiRole.Network or AiRole.Identity or AiRole.Other);

    private static ILookup<string, int> Positions<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<string>> workloads) =>
        items.SelectMany((item, i) => workloads(item).Distinct(StringComparer.Ordinal).Select(w => (Workload: w, Position: i))).ToLookup(p => p.Workload, p => p.Position, StringComparer.Ordinal);
}
