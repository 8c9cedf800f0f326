using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>The population of one control: ids and keys ordered by key, each once.</summary>
internal sealed class Subjects
{
    private readonly Lazy<Dictionary<string, int>> _byKey;
    private int _found;

    private Subjects(string[] keys, string[] ids)
    {
        Keys = keys;
        Ids = ids;
        _byKey = new(() => keys.Index().ToDictionary(key => key.Item, key => key.Index, StringComparer.Ordinal));
    }

    public string[] Keys { get; }

    /// <summary>As the source reported them.</summary>
    public string[] Ids { get; }

    /// <summary>Index of the subject with this id in any spelling, or -1.</summary>
    public int Find(string id)
    {
        // A query mostly gives its rows in the order of the snapshot, which is ours: the neighbours are asked before the dictionary.
        for (var near = Math.Max(0, _found - 1); near <= _found + 1 && near < Ids.Length; near++)
        {
            if (Ids[near] == id)
            {
                return _found = near;
            }
        }

        if (!_byKey.Value.TryGetValue(ResourceIds.Key(id), out var found))
        {
            return -1;
        }

        return _found = found;
    }

    public static Subjects Of(KqlResult scope)
    {
        var rows = scope.Rows;
        var keys = new List<string>(rows.Count);
        var ids = new List<string>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i][0] is string { Length: > 0 } id)
            {
                keys.Add(ResourceIds.Key(id));
                ids.Add(id);
            }
        }

        var (keyArray, idArray) = (keys.ToArray(), ids.ToArray());
        if (!InOrder(keyArray))
        {
            Array.Sort(keyArray, idArray, StringComparer.Ordinal);
        }

        return Distinct(keyArray, idArray);
    }

    private static bool InOrder(string[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (string.CompareOrdinal(keys[i - 1], keys[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    // Two spellings of one id are one subject; the ordinally first spelling is shown, whatever the order of rows.
    private static Subjects Distinct(string[] keys, string[] ids)
    {
        var count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (count > 0 && keys[count - 1] == keys[i])
            {
                ids[count - 1] = string.CompareOrdinal(ids[i], ids[count - 1]) < 0 ? ids[i] : ids[count - 1];
            }
            else
            {
                (keys[count], ids[count]) = (keys[i], ids[i]);
                count++;
            }
        }

        return new Subjects(keys[..count], ids[..count]);
    }
}
