using System.Text;
using Ashlar.Model;

namespace Ashlar.Sources.Exports.Json;

/// <summary>Finds the column of a resource table by its UTF-8 name, without making a string.</summary>
internal static class ColumnNames
{
    public const int Id = 0;
    public const int Name = 1;
    public const int Type = 2;
    public const int Location = 5;
    public const int Properties = 11;
    public const int Identity = 13;
    public const int SystemData = 16;

    private static readonly byte[][] Names = [.. ResourceGraphTables.Columns.Select(c => Encoding.UTF8.GetBytes(c.Name))];
    private static readonly bool[] Dynamic = [.. ResourceGraphTables.Columns.Select(c => c.Type == "dynamic")];

    public static int Count => Names.Length;

    public static bool IsColumn(string name) => Find(Encoding.UTF8.GetBytes(name)) >= 0;

    public static bool IsDynamic(int column) => Dynamic[column];

    public static int Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return -1;
        }

        for (var i = 0; i < Names.Length; i++)
        {
            var known = Names[i];
            if (known.Length == name.Length && known[0] == name[0] && known.AsSpan().SequenceEqual(name))
            {
                return i;
            }
        }

        return -1;
    }
}
