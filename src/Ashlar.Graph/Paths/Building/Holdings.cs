using System.Runtime.InteropServices;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <summary>Principals that are in the same sets, in the same state, are one to the search.</summary>
internal sealed class Holdings
{
    private readonly int[] _of;
    private readonly List<(int Set, int State)[]> _all = [];

    /// <param name="counts">Whether a set holds anything that matters.</param>
    public Holdings(AccessNumbers access, Func<int, bool> counts)
    {
        var first = new int[access.Principals.Length + 1];
        for (var i = 0; i < access.Members.Length; i += 4)
        {
            if (counts(access.Members[i]))
                first[access.Members[i + 1] + 1]++;
        }

        for (var i = 0; i < first.Length - 1; i++)
            first[i + 1] += first[i];
        var sets = new (int Set, int State)[first[^1]];
        var at = first.AsSpan(0, first.Length - 1).ToArray();
        for (var i = 0; i < access.Members.Length; i += 4)
        {
            if (counts(access.Members[i]))
                sets[at[access.Members[i + 1]]++] = (access.Members[i], access.Members[i + 3]);
        }

        _of = new int[access.Principals.Length];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < _of.Length; p++)
        {
            var own = sets.AsSpan(first[p], first[p + 1] - first[p]);
            own.Sort();
            var key = new string(MemoryMarshal.Cast<(int, int), char>(own));
            if (!known.TryGetValue(key, out _of[p]))
            {
                known[key] = _of[p] = _all.Count;
                _all.Add(own.ToArray());
            }
        }
    }

    public int Of(int principal) => _of[principal];

    public IReadOnlyList<(int Set, int State)> SetsOf(int holdings) => _all[holdings];
}
