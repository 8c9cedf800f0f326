using System.Security.Cryptography;
using Ashlar.Graph.Access.Reading;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>Rows of resources in two passes: a hash of each, then the texts of those whose hashes differ.</summary>
internal static class RowTexts
{
    /// <summary>Compared columns, after the id; who changed a row and when is no change of it.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["kind", "location", "managedBy", "sku", "plan", "tags", "identity", "zones", "extendedLocation", "properties"];

    private static readonly string[] Tables = [ResourceGraphTables.Resources, ResourceGraphTables.ArmResources];

    public static Dictionary<string, (string Id, UInt128 Hash)> Hashes(AccessQuery query, IReadOnlyCollection<string> types, Func<string, bool> wanted)
    {
        var hashes = new Dictionary<string, (string, UInt128)>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Scan(query, types, row =>
        {
            var id = row.Text(0);
            var key = ResourceIds.Key(id);
            if (wanted(key))
                hashes.TryAdd(key, (id, Hash(hash, row)));
        });
        return hashes;
    }

    /// <summary>Texts of <see cref="Columns"/>.</summary>
    public static void Read(AccessQuery query, IReadOnlyCollection<string> types, IReadOnlySet<string> keys, Action<string, string[]> take) => Scan(query, types, row =>
    {
        var key = ResourceIds.Key(row.Text(0));
        if (!keys.Contains(key))
            return;
        var texts = new string[Columns.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = row.Text(i + 1);
        take(key, texts);
    });

    private static void Scan(AccessQuery query, IReadOnlyCollection<string> types, KqlRowReader reader)
    {
        if (types.Count == 0)
            return;
        var list = string.Join(", ", types.Order(StringComparer.Ordinal).Select(t => "'" + t.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'"));
        foreach (var table in Tables)
            query.Scan($"{table} | where type in~ ({list}) | project id, {string.Join(", ", Columns)}", reader);
    }

    private static UInt128 Hash(IncrementalHash hash, KqlCells row)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        for (var i = 1; i <= Columns.Count; i++)
        {
            var cell = row.Utf8(i);
            BitConverter.TryWriteBytes(length, cell.Length);
            hash.AppendData(length);
            hash.AppendData(cell);
        }

        Span<byte> all = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(all);
        return System.Runtime.InteropServices.MemoryMarshal.Read<UInt128>(all);
    }
}
