using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Principals;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Counts distinct principals while grants are laid on and taken off again: the cost is that of the grants, not of the tenant.</summary>
internal sealed class Tally(IReadOnlyList<Principal> principals, int sets, EveryoneGroups everyone)
{
    private const int Kinds = 8;
    private readonly byte[] _kinds = [.. principals.Select(p => (byte)p.Kind)];
    private readonly byte[] _ranks = new byte[principals.Count];

    // Of each set a bit for each way in which it was laid: once more the same way changes nothing.
    private readonly byte[] _laid = new byte[sets];
    private readonly long[] _counts = new long[(int)Rank.Active * Kinds + Kinds];
    private readonly Stack<Change> _changes = new();
    private readonly Stack<Change> _sets = new();
    private int _everyone;

    /// <summary>Best first from the end.</summary>
    private enum Rank : byte
    {
        None,
        Eligible,
        Open,
        ActiveByKey,
        Active,
    }

    /// <summary>A mark to come back to.</summary>
    public TallyMark Mark => new(_changes.Count, _sets.Count, _everyone);

    public void Add(PrincipalSet set, AccessState state, bool byKey)
    {
        var way = 1 << ((int)state * 2) + (byKey ? 1 : 0);
        var laid = _laid[set.Index];
        if ((laid & way) != 0)
            return;
        _sets.Push(new Change(set.Index, laid));
        _laid[set.Index] = (byte)(laid | way);
        if (state == AccessState.Active && everyone.Covers(set))
            _everyone++;
        foreach (var member in set.Members)
        {
            var rank = (byte)RankOf(state > member.State ? state : member.State, byKey);
            var before = _ranks[member.Principal];
            if (rank <= before)
                continue;
            _changes.Push(new Change(member.Principal, before));
            Move(member.Principal, before, rank);
        }
    }

    public void BackTo(TallyMark mark)
    {
        while (_changes.Count > mark.Changes)
        {
            var (principal, before) = _changes.Pop();
            Move(principal, _ranks[principal], before);
        }

        while (_sets.Count > mark.Sets)
        {
            var (set, before) = _sets.Pop();
            _laid[set] = before;
        }

        _everyone = mark.Everyone;
    }

    public AccessCount Read(int target, int capability) => new(
        target,
        capability,
        Now(PrincipalKind.User),
        Now(PrincipalKind.Guest),
        Now(PrincipalKind.Application),
        Now(PrincipalKind.ManagedIdentity),
        Now(PrincipalKind.ForeignApplication),
        Now(PrincipalKind.Deleted) + Now(PrincipalKind.Unknown),
        All(Rank.Open),
        All(Rank.Eligible),
        All(Rank.ActiveByKey),
        _everyone > 0);

    private static Rank RankOf(AccessState state, bool byKey) => state switch
    {
        AccessState.Active => byKey ? Rank.ActiveByKey : Rank.Active,
        AccessState.Eligible => Rank.Eligible,
        _ => Rank.Open,
    };

    private void Move(int principal, byte from, byte to)
    {
        var kind = (int)_kinds[principal];
        _counts[(from * Kinds) + kind]--;
        _counts[(to * Kinds) + kind]++;
        _ranks[principal] = to;
    }

    private long Now(PrincipalKind kind) => _counts[((int)Rank.Active * Kinds) + (int)kind] + _counts[((int)Rank.ActiveByKey * Kinds) + (int)kind];

    // Groups are counted by their members.
    private long All(Rank rank)
    {
        long sum = 0;
        for (var kind = 0; kind < Kinds; kind++)
        {
            if (kind != (int)PrincipalKind.Group)
                sum += _counts[((int)rank * Kinds) + kind];
        }

        return sum;
    }

    /// <summary>What a principal or a set was before.</summary>
    private readonly record struct Change(int Index, byte Before);
}
