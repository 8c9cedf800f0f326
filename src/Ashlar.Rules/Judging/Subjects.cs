using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>The population of one control: ids and keys ordered by key, each once.</summary>
internal sealed class Subjects
{
    private readonly Dictionary<string, int> _byKey;

    private Subjects(string[] keys, string[] ids)
    {
        Keys = keys;
        Ids = ids;
        _byKey = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            _byKey.Add(keys[i], i);
        }
    }

    public string[] Keys { get; }

    /// <summary>As the source reported them.</summary>
    public string[] Ids { get; }

    public int Find(string id) => _byKey.GetValueOrDefault(ResourceIds.Key(id), -1);

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
        Array.Sort(keyArray, idArray, StringComparer.Ordinal);
        return Distinct(keyArray, idArray);
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
