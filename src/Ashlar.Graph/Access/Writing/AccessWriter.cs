using System.Text.Json;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Writing;

/// <summary>Writes the factored access as tables of numbers and the views over them.</summary>
internal static class AccessWriter
{
    public static void Write(Snapshot snapshot, AccessModel model, TargetsSeen seen)
    {
        var used = new HashSet<int>();
        foreach (var scopes in model.Reach)
            used.UnionWith(scopes);
        var grants = used.Order().SelectMany(s => model.Grants.TryGetValue(s, out var list) ? list.Select(g => (Scope: s, Grant: g)) : []).ToList();
        var rules = new HashSet<int>(model.Rules.Select(r => r.Rules));
        grants.RemoveAll(g => !rules.Contains(g.Grant.Rules));
        var sets = grants.Select(g => g.Grant.Set).DistinctBy(s => s.Index).OrderBy(s => s.Index).ToList();

        var proofs = new Proofs();
        var cells = new List<int>(grants.Count * 5);
        foreach (var (scope, grant) in grants)
            cells.AddRange([grant.Set.Index, scope, grant.Rules, (int)grant.State, proofs.Of(grant.Piece)]);
        var members = new List<int>();
        foreach (var set in sets)
        {
            foreach (var member in set.Members)
                members.AddRange([set.Index, member.Principal, member.Via, (int)member.State]);
        }

        var reach = new List<int>();
        foreach (var target in model.Targets)
        {
            foreach (var scope in model.Reach[target.Index])
                reach.AddRange([scope, target.Index]);
        }

        snapshot.WriteDerived(AccessParts.Principals, model.Directory.All.Select(p => new object?[] { p.Index, p.Id, p.Name, AccessNames.Of(p.Kind) }));
        snapshot.WriteDerivedNumbers(AccessParts.Members, members);
        snapshot.WriteDerivedNumbers(AccessParts.Grants, cells);
        snapshot.WriteDerived(AccessParts.Proofs, proofs.Rows());
        snapshot.WriteDerived(AccessParts.Rules, model.Rules.Select(r => new object?[] { r.Rules, r.Class, model.Book.Edges[r.Capability].Id, (int)r.State, AccessNames.Of(r.By), r.Action }));
        snapshot.WriteDerived(AccessParts.RuleSets, rules.Order().Select(r => (Number: r, Shown: model.RuleSets.Shown(r))).Select(r => new object?[] { r.Number, r.Shown.Role, r.Shown.RoleDefinitionId, r.Shown.Condition }));
        snapshot.WriteDerivedNumbers(AccessParts.Reach, reach);
        snapshot.WriteDerived(AccessParts.Targets, model.Targets.Select(t => new object?[] { t.Index, t.Class, t.Id, t.Key, t.Type, Keys(model, t), seen.Of(t) }));
        snapshot.WriteDerived(AccessParts.Seen, seen.All.Select((s, i) => new object?[] { i, s.Complete, JsonSerializer.Serialize(s.Missing) }));
    }

    /// <summary>The views, last: with them the tables count as derived.</summary>
    public static void WriteViews(Snapshot snapshot, string stamp)
    {
        snapshot.WriteDerivedView(AccessTables.AccessTargets, schema => AccessParts.AllTargets.Replace("{0}", schema, StringComparison.Ordinal), stamp);
        snapshot.WriteDerivedView(AccessTables.KeyHolders, schema => AccessParts.KeyHolders.Replace("{2}", AccessParts.Roads.Replace("{1}", ", t.keys AS keys", StringComparison.Ordinal), StringComparison.Ordinal).Replace("{0}", schema, StringComparison.Ordinal), stamp);
        snapshot.WriteDerivedView(AccessTables.EffectiveAccess, schema => AccessParts.Roads.Replace("{0}", schema, StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal), stamp);
    }

    private static string Keys(AccessModel model, Target target) => model.Classes.All[target.Class].KeyAuth switch
    {
        true => "on",
        false => "off",
        null => "unknown",
    };
}
