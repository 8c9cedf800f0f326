using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>In a case every list is complete unless it says otherwise.</summary>
internal static class CaseCompleteness
{
    public static List<Completeness> Of(ControlCase one, ControlReads reads)
    {
        var incomplete = one.Incomplete.Select(DataSets.Split).ToList();
        var rows = new List<Completeness>();
        foreach (var table in reads.All.Select(read => read.Table).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var open = incomplete.Where(set => set.Table.Equals(table, StringComparison.OrdinalIgnoreCase)).ToList();
            if (open.Count == 0)
            {
                rows.Add(new Completeness(table, "", "/", Bodies: true, List: true, "case"));
            }
            else if (open.TrueForAll(set => set.Type is not null))
            {
                var whole = reads.All.Where(read => read.Is(table)).SelectMany(read => read.Types).Distinct(StringComparer.Ordinal).Where(type => !open.Exists(set => set.Type == type));
                rows.AddRange(whole.Select(type => new Completeness(table, type, "/", Bodies: true, List: true, "case")));
            }
        }

        return rows;
    }
}
