namespace Ashlar.Cli.Access;

/// <summary>How a principal is a member of the group that an assignment names: the groups between, by way of the shortest path.</summary>
internal sealed class GroupPaths
{
    private const int MostDepth = 32;
    private readonly Dictionary<string, List<string>> _containers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="principals">Those whose paths will be asked for.</param>
    public GroupPaths(AccessQuestions questions, IEnumerable<string> principals)
    {
        var open = principals.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var seen = open.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var depth = 0; open.Count > 0 && depth < MostDepth; depth++)
        {
            var literals = string.Join(", ", open.Select(AccessQuestions.Literal));
            var rows = questions.Run($"GroupMembers | where memberId in~ ({literals}) | project memberId, groupId")
                .Concat(questions.Run($"GroupEligibilities | where accessId =~ 'member' and principalId in~ ({literals}) | project principalId, groupId"));
            open = [];
            foreach (var row in rows)
            {
                var (member, group) = (row[0] as string ?? "", row[1] as string ?? "");
                if (!_containers.TryGetValue(member, out var list))
                    _containers[member] = list = [];
                list.Add(group);
                if (seen.Add(group))
                    open.Add(group);
            }
        }

        var groups = _containers.Values.SelectMany(v => v).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (groups.Count > 0)
        {
            foreach (var row in questions.Run($"Groups | where id in~ ({string.Join(", ", groups.Select(AccessQuestions.Literal))}) | project id, displayName"))
                _names[row[0] as string ?? ""] = row[1] as string ?? "";
        }
    }

    /// <summary>Names of the groups from the one that is named to the one that holds the principal; the group alone when no path was read.</summary>
    public IReadOnlyList<string> Of(string principal, string group)
    {
        var came = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [principal] = "" };
        var open = new Queue<string>([principal]);
        while (open.TryDequeue(out var at) && !came.ContainsKey(group))
        {
            foreach (var container in (_containers.GetValueOrDefault(at) ?? []).Order(StringComparer.Ordinal))
            {
                if (came.TryAdd(container, at))
                    open.Enqueue(container);
            }
        }

        var path = new List<string>();
        for (var at = group; at.Length > 0 && !at.Equals(principal, StringComparison.OrdinalIgnoreCase); at = came.GetValueOrDefault(at, ""))
            path.Add(_names.GetValueOrDefault(at, at));
        return path;
    }
}
