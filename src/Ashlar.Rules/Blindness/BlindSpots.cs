using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What one control could not see, looked up by subject. The cost of a lookup is the depth of an id, whatever the number of gaps.</summary>
internal sealed class BlindSpots
{
    private readonly Dictionary<string, List<BlindSpot>> _atOrAbove = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BlindSpot>> _below = new(StringComparer.Ordinal);
    private readonly List<BlindSpot> _everywhere = [];
    private readonly List<(IReadOnlySet<string> Scopes, BlindSpot Spot)> _lists = [];

    /// <param name="bodyless">Keys of rows besides the subjects' own that are read and have no body.</param>
    public BlindSpots(ControlReads reads, SnapshotGaps seen, IReadOnlySet<string> bodyless)
    {
        var done = new HashSet<Gap>(ReferenceEqualityComparer.Instance);
        foreach (var read in reads.All)
        {
            foreach (var gap in GapsOf(read, seen))
            {
                if (gap.Path is null ? done.Add(gap) : read.Paths.Any(path => ReadPaths.Related(path, gap.Path)) && done.Add(gap))
                {
                    Add(gap, reads);
                }
            }
        }

        foreach (var key in bodyless)
        {
            AddBodyless(key);
        }

        if (bodyless.Count > 0)
        {
            var example = bodyless.Min(StringComparer.Ordinal);
            _everywhere.Add(new BlindSpot(GapEffect.Absence, $"The input lists resources that this control reads without their properties ({bodyless.Count}, such as {example}). Collect them with their bodies."));
        }

        foreach (var (table, type) in reads.Others())
        {
            AddList(table, type, seen.WholeScopes(table, type));
        }
    }

    public bool None => _atOrAbove.Count == 0 && _below.Count == 0 && _everywhere.Count == 0 && _lists.Count == 0;

    /// <summary>Adds the blind spots of a subject to <paramref name="found"/>, in a fixed order.</summary>
    public void Find(string key, List<BlindSpot> found)
    {
        found.AddRange(_everywhere);
        var above = _atOrAbove.GetAlternateLookup<ReadOnlySpan<char>>();
        if (_atOrAbove.Count > 0)
        {
            for (var end = 0; end <= key.Length; end++)
            {
                if ((end == 0 || end == key.Length || key[end] == '/') && above.TryGetValue(key.AsSpan(0, end), out var spots))
                {
                    found.AddRange(spots);
                }
            }
        }

        if (_below.TryGetValue(key, out var under))
        {
            found.AddRange(under);
        }

        // What a file declares is in no list of what is there: nothing follows from its absence, however complete the list is.
        var isDeclared = _lists.Count > 0 && SyntheticIds.Is(key);
        foreach (var (scopes, spot) in _lists)
        {
            if (isDeclared || !Covered(key, scopes))
            {
                found.Add(spot);
            }
        }
    }

    private static IEnumerable<Gap> GapsOf(TableRead read, SnapshotGaps seen) =>
        read.Types.Count == 0 ? seen.Of(read.Table, null) : read.Types.SelectMany(type => seen.Of(read.Table, type));

    private void Add(Gap gap, ControlReads reads)
    {
        var (table, type) = DataSets.Split(gap.DataSet);
        var own = type is null ? reads.IsOwnAlone(table) : reads.IsOwn(table, type);
        if (own && gap is { Reason: GapReason.NoBody, Path: null })
        {
            return; // Said row by row: a subject of the type may have its body from another file.
        }

        var scope = ResourceIds.Key(gap.Scope);
        var spot = new BlindSpot(gap.Path is null ? GapEffect.NotSeen : GapEffect.Undecided, GapText.Of(gap));
        Put(_atOrAbove, scope, spot);
        if (own)
        {
            return;
        }

        PutBelow(scope, spot);
        if (ParentResource(scope) is { } parent)
        {
            // What stands beside the subject below one resource (a policy that a deployment names) may be what a pass was read from.
            Put(_atOrAbove, parent, spot with { Effect = GapEffect.NotSeen });
        }

        if (gap.Path is not null)
        {
            _everywhere.Add(spot with { Effect = GapEffect.Absence });
        }
    }

    // A part or a parent of the subject without its body takes every verdict; a row elsewhere only what depends on absence.
    private void AddBodyless(string key)
    {
        var spot = new BlindSpot(GapEffect.Undecided, $"The input lists {key} without its properties, and this control reads them.");
        Put(_atOrAbove, key, spot);
        PutBelow(key, spot);
    }

    private void PutBelow(string key, BlindSpot spot)
    {
        for (var slash = key.LastIndexOf('/'); slash > 0; slash = key.LastIndexOf('/', slash - 1))
        {
            Put(_below, key[..slash], spot);
        }
    }

    /// <summary>Null for what is no part of another resource.</summary>
    private static string? ParentResource(string key)
    {
        const string Providers = "/providers/";
        var provider = key.LastIndexOf(Providers, StringComparison.Ordinal);
        if (provider < 0)
        {
            return null;
        }

        // namespace/type/name, then type/name for each part.
        if (key.AsSpan(provider + Providers.Length).Count('/') > 3)
        {
            return key[..key.LastIndexOf('/', key.LastIndexOf('/') - 1)];
        }

        return key[..provider].Contains(Providers, StringComparison.Ordinal) ? key[..provider] : null;
    }

    private void AddList(string table, string? type, IReadOnlySet<string> scopes)
    {
        var what = type is null ? table : $"{type} in {table}";
        _lists.Add((scopes, new BlindSpot(GapEffect.Absence, $"The list of {what} is not known to be complete here, so nothing follows from what is not in it. Collect it with the export kit, or scan live.")));
    }

    private static bool Covered(string key, IReadOnlySet<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return false;
        }

        if (scopes.Contains(""))
        {
            return true;
        }

        for (var end = key.Length; end > 0; end = key.LastIndexOf('/', end - 1))
        {
            if (scopes.Contains(key[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static void Put(Dictionary<string, List<BlindSpot>> index, string key, BlindSpot spot)
    {
        if (!index.TryGetValue(key, out var spots))
        {
            index[key] = spots = [];
        }

        spots.Add(spot);
    }
}
