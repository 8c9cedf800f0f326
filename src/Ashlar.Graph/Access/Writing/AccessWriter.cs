using System.Text.Json;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Writing;

/// <summary>Writes the factored access as tables of numbers and the views over them.</summary>
internal static class AccessWriter
{
    public static void Write(Snapshot snapshot, AccessModel model, TargetsSeen seen, string stamp)
    {
        var used = new HashSet<int>();
        foreach (var scopes in model.Reach)
            used.UnionWith(scopes);
        var grants = used.Order().SelectMany(s => model.Grants.TryGetValue(s, out var list) ? list.Select(g => (Scope: s, Grant: g)) : []).ToList();
        var rules = new HashSet<int>(model.Rules.Select(r => r.Rules));
        grants.RemoveAll(g => !rules.Contains(g.Grant.Rules));
        var sets = grants.Select(g => g.Grant.Set).DistinctBy(s => s.Index).OrderBy(s => s.Index).ToList();

        snapshot.WriteDerived(AccessParts.Principals, model.Directory.All.Select(p => new object?[] { p.Index, p.Id, p.Name, AccessNames.Of(p.Kind) }));
        snapshot.WriteDerivedNumbers(AccessParts.Members, Cells(sets.SelectMany(s => s.Members.Select(m => (s.Index, m.Principal, m.Via, (int)m.State)))));
        snapshot.WriteDerived(AccessParts.Grants, grants.Select(g => new object?[] { g.Grant.Set.Index, g.Scope, g.Grant.Rules, (int)g.Grant.State, Ids(g.Grant.Piece.Ids), g.Grant.Piece.ScopeText }));
        snapshot.WriteDerived(AccessParts.Rules, model.Rules.Select(r => new object?[] { r.Rules, r.Class, model.Book.Edges[r.Capability].Id, (int)r.State, AccessNames.Of(r.By), r.Action }));
        snapshot.WriteDerived(AccessParts.RuleSets, rules.Order().Select(r => (Number: r, Shown: model.RuleSets.Shown(r))).Select(r => new object?[] { r.Number, r.Shown.Role, r.Shown.RoleDefinitionId, r.Shown.Condition }));
        snapshot.WriteDerivedNumbers(AccessParts.Reach, [.. model.Targets.SelectMany(t => model.Reach[t.Index].SelectMany(s => new[] { s, t.Index }))]);
        snapshot.WriteDerived(AccessParts.Targets, model.Targets.Select(t => new object?[] { t.Index, t.Class, t.Id, t.Key, t.Type, Keys(model, t), seen.Of(t) }));
        snapshot.WriteDerived(AccessParts.Seen, seen.All.Select((s, i) => new object?[] { i, s.Complete, JsonSerializer.Serialize(s.Missing) }));
        snapshot.WriteDerivedView(AccessTables.AccessTargets, schema => AccessParts.AllTargets.Replace("{0}", schema, StringComparison.Ordinal), stamp);
        snapshot.WriteDerivedView(AccessTables.EffectiveAccess, schema => AccessParts.Roads.Replace("{0}", schema, StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal), stamp);
        snapshot.WriteDerivedView(AccessTables.KeyHolders, schema => AccessParts.KeyHolders.Replace("{2}", AccessParts.Roads.Replace("{1}", ", t.keys AS keys", StringComparison.Ordinal), StringComparison.Ordinal).Replace("{0}", schema, StringComparison.Ordinal), stamp);
    }

    private static List<int> Cells(IEnumerable<(int, int, int, int)> rows)
    {
        var cells = new List<int>();
        foreach (var (a, b, c, d) in rows)
        {
            cells.Add(a);
            cells.Add(b);
            cells.Add(c);
            cells.Add(d);
        }

        return cells;
    }

    // Nearly every id is one plain text.
    private static string Ids(string[] ids) => ids is [var only] && !only.AsSpan().ContainsAnyExceptInRange(' ', '~') && !only.AsSpan().ContainsAny('"', '\\', '<') && !only.AsSpan().ContainsAny('>', '&', '\'') && !only.Contains('+', StringComparison.Ordinal)
        ? "[\"" + only + "\"]"
        : JsonSerializer.Serialize(ids);

    private static string Keys(AccessModel model, Target target) => model.Classes.All[target.Class].KeyAuth switch
    {
        true => "on",
        false => "off",
        null => "unknown",
    };
}
