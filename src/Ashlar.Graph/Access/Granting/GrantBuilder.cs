using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Puts pieces at the scopes of targets. What holds for one target only (a deny assignment, a condition on its name) is put at that target alone.</summary>
internal sealed class GrantBuilder
{
    private readonly ScopeTree _scopes;
    private readonly TargetClasses _classes;
    private readonly PermissionSets _permissions;
    private readonly Denying _denying;
    private readonly RuleSets _rules;
    private readonly Together _together;
    private readonly Dictionary<int, Standing> _at = [];
    private readonly Dictionary<int, List<Denial>> _denials = [];
    private readonly Dictionary<int, List<Grant>> _grants = [];
    private readonly Dictionary<string, int> _denied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _decided = new(StringComparer.Ordinal);
    private readonly Dictionary<int, bool[]> _atomsOf = [];
    private readonly Dictionary<(int Denial, int Class), bool> _bears = [];

    public GrantBuilder(ScopeTree scopes, TargetClasses classes, PermissionSets permissions, Denying denying, RuleSets rules, Together together, IReadOnlyList<Piece> pieces, IReadOnlyList<Denial> denials)
    {
        (_scopes, _classes, _permissions, _denying, _rules, _together) = (scopes, classes, permissions, denying, rules, together);
        foreach (var group in pieces.Where(p => p.Permissions.GrantsAny).GroupBy(p => p.Scope))
            _at[group.Key] = Stand([.. group]);
        foreach (var group in denials.GroupBy(d => d.Scope))
            _denials[group.Key] = [.. group];
    }

    public IReadOnlyDictionary<int, List<Grant>> Grants => _grants;

    /// <param name="above">Of each target the scopes that cover it, from the widest.</param>
    /// <returns>Of each target the scopes whose grants count for it.</returns>
    public IReadOnlyList<int[]> Build(IReadOnlyList<Target> targets, IReadOnlyList<int[]> above, CancellationToken cancellationToken)
    {
        var reach = new int[targets.Count][];
        var done = new HashSet<int>();
        foreach (var target in targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var over = above[target.Index];
            var denials = Denials(target, over);
            if (denials.Count > 0)
            {
                reach[target.Index] = [Denied(target, over, denials)];
                continue;
            }

            for (var i = 0; i < over.Length; i++)
            {
                if (done.Add(over[i]))
                    Place(over[i], over.AsSpan(0, i));
            }

            var own = ByTarget(target, over);
            reach[target.Index] = own.Count == 0 ? Array.FindAll(over, _grants.ContainsKey) : [.. over.Where(_grants.ContainsKey), Decided(target, over, own)];
        }

        return reach;
    }

    private Standing Stand(IReadOnlyList<Piece> pieces)
    {
        var certain = pieces.Any(p => p.Permissions.DependsOnTarget) ? [.. pieces.Select(p => p.Permissions.DependsOnTarget ? p with { Permissions = _permissions.Certain(p.Permissions) } : p)] : pieces;
        return new Standing(pieces, certain, [.. pieces.Where(p => p.Permissions.DependsOnTarget)], [.. certain.Where(p => _together.IsPartial(p.Permissions))]);
    }

    private IReadOnlyList<Piece> Pieces(int scope) => _at.TryGetValue(scope, out var standing) ? standing.Pieces : [];

    private List<Piece> Partial(ReadOnlySpan<int> scopes)
    {
        var found = new List<Piece>();
        foreach (var scope in scopes)
        {
            if (_at.TryGetValue(scope, out var standing))
                found.AddRange(standing.Partial);
        }

        return found;
    }

    private void Place(int scope, ReadOnlySpan<int> above)
    {
        if (!_at.TryGetValue(scope, out var standing))
            return;
        var grants = new List<Grant>(standing.Certain.Count);
        foreach (var piece in standing.Certain)
            grants.Add(new Grant(piece.Set, _rules.Of(piece.Permissions), piece.State, piece));
        _together.FindBound(standing.Certain, grants);
        if (standing.Partial.Count > 0)
            _together.FindPairs(Partial(above), standing.Partial, grants);
        _grants[scope] = grants;
    }

    /// <summary>Grants that count for one target alone; returns the number of its own scope.</summary>
    private int Alone(Target target, IReadOnlyList<Piece> above, IReadOnlyList<Piece> own)
    {
        var scope = _scopes.Count + target.Index;
        var grants = own.Select(p => new Grant(p.Set, _rules.Of(p.Permissions), p.State, p)).ToList();
        _together.FindBound(own, grants);
        _together.FindPairs(above, [.. own.Where(p => _together.IsPartial(p.Permissions))], grants);
        if (grants.Count > 0)
            _grants[scope] = grants;
        return scope;
    }

    /// <summary>Number of the scope of a target to which something is denied: one for all below the same scopes to which the same is denied, and whose names decide alike.</summary>
    private int Denied(Target target, int[] over, List<Denial> denials)
    {
        var decided = over.Where(_at.ContainsKey).SelectMany(s => _at[s].ByTarget).Select(p => Decided(p, target).Permissions.Index);
        var key = $"{string.Join(',', over)}|{string.Join(',', denials.Select(d => d.Index))}|{string.Join(',', decided)}";
        if (!_denied.TryGetValue(key, out var scope))
            _denied[key] = scope = Alone(target, [], [.. _denying.Apply(over.SelectMany(Pieces), denials).Select(p => Decided(p, target))]);
        return scope;
    }

    /// <summary>Number of the scope of what targets decide for themselves: one for all below the same scopes that decide alike.</summary>
    private int Decided(Target target, int[] over, List<Piece> own)
    {
        var key = $"{string.Join(',', over)}|{string.Join(',', own.Select(p => p.Permissions.Index))}";
        if (!_decided.TryGetValue(key, out var scope))
            _decided[key] = scope = Alone(target, Partial(over), own);
        return scope;
    }

    private List<Piece> ByTarget(Target target, int[] over)
    {
        var attributes = new TargetAttributes(target);
        var found = new List<Piece>();
        foreach (var scope in over)
        {
            if (!_at.TryGetValue(scope, out var standing))
                continue;
            foreach (var piece in standing.ByTarget)
            {
                if (Bears(piece.Permissions, target) && _permissions.OnlyDecided(piece.Permissions, attributes) is { GrantsAny: true } decided)
                    found.Add(piece with { Permissions = decided });
            }
        }

        return found;
    }

    private Piece Decided(Piece piece, Target target) =>
        piece.Permissions.DependsOnTarget ? piece with { Permissions = _permissions.Decided(piece.Permissions, new TargetAttributes(target)) } : piece;

    private bool Bears(PermissionSet set, Target target)
    {
        var atoms = AtomsOf(target.Class);
        for (var i = 0; i < atoms.Length; i++)
        {
            if (atoms[i] && set.Atoms[i] == AtomGrant.ByTarget)
                return true;
        }

        return false;
    }

    private List<Denial> Denials(Target target, int[] above)
    {
        var found = new List<Denial>();
        if (_denials.Count == 0)
            return found;
        foreach (var scope in above)
        {
            if (!_denials.TryGetValue(scope, out var here))
                continue;
            foreach (var denial in here)
            {
                if ((!denial.OnlyHere || _scopes.KeyOf(denial.Scope) == target.Key) && Bears(denial, target.Class))
                    found.Add(denial);
            }
        }

        return found;
    }

    /// <summary>It takes something that counts for targets of a class.</summary>
    private bool Bears(Denial denial, int @class)
    {
        if (!_bears.TryGetValue((denial.Index, @class), out var bears))
            _bears[(denial.Index, @class)] = bears = AtomsOf(@class).Where((asked, atom) => asked && denial.Atoms[atom]).Any();
        return bears;
    }

    private bool[] AtomsOf(int @class)
    {
        if (_atomsOf.TryGetValue(@class, out var known))
            return known;
        var atoms = new bool[_permissions.AtomCount];
        foreach (var (alternative, _) in _classes.All[@class].Open)
        {
            foreach (var atom in alternative.Need.Concat(alternative.And))
                atoms[atom] = true;
        }

        return _atomsOf[@class] = atoms;
    }
}
