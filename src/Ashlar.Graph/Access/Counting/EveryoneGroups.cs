using Ashlar.Graph.Access.Principals;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Which groups hold everyone, or nearly: by their dynamic rule, or by counting.</summary>
internal sealed class EveryoneGroups
{
    /// <summary>Below so many people a group of nearly all of them is a team.</summary>
    private const int Fewest = 10;

    private readonly HashSet<int> _groups;
    // Of each set: not asked yet, no, yes. Several threads may answer at once, and alike.
    private readonly byte[] _covers;
    private readonly PrincipalDirectory _directory;
    private readonly long _people;

    public EveryoneGroups(PrincipalDirectory directory, PrincipalSets sets, IReadOnlySet<string> byRule)
    {
        _directory = directory;
        _people = directory.All.Count(p => p is { Read: true, Kind: PrincipalKind.User });
        _groups = [];
        foreach (var group in directory.All.Where(p => p.Kind == PrincipalKind.Group))
        {
            // The set is made here for every group, also for one that its rule tells and nothing else names.
            var set = sets.Of(group);
            if (byRule.Contains(group.Id) || HoldsNearlyAll(set))
                _groups.Add(group.Index);
        }

        _covers = new byte[sets.All.Count];
    }

    public bool Contains(int group) => _groups.Contains(group);

    /// <summary>A set that holds such a group, or nearly everyone.</summary>
    public bool Covers(PrincipalSet set)
    {
        if (_groups.Count == 0)
            return false;
        if (_covers[set.Index] == 0)
            _covers[set.Index] = (byte)(Array.Exists(set.Members, m => _groups.Contains(m.Principal)) || HoldsNearlyAll(set) ? 2 : 1);
        return _covers[set.Index] == 2;
    }

    private bool HoldsNearlyAll(PrincipalSet set) =>
        _people >= Fewest && set.Members.LongCount(m => m.State == AccessState.Active && _directory.All[m.Principal].Kind == PrincipalKind.User) * 10 >= _people * 9;
}
