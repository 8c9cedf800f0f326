using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Puts pieces at the scopes of targets. What holds for one target only (a deny assignment, a condition on its name) is put at that target alone.</summary>
internal sealed class GrantBuilder
{
    private readonly ScopeTree _scopes;
    private readonly IReadOnlyList<Target> _targets;
    private readonly TargetClasses _classes;
    private readonly PermissionSets _permissions;
    private readonly PrincipalSets _sets;
    private readonly RuleSets _rules;
    private readonly Together _together;
    private readonly Dictionary<int, List<Piece>> _at = [];
    private readonly Dictionary<int, List<Denial>> _denials = [];
    private readonly Dictionary<int, List<Grant>> _grants = [];
    private readonly Dictionary<int, bool[]> _atomsOf = [];

    public GrantBuilder(ScopeTree scopes, IReadOnlyList<Target> targets, TargetClasses classes, PermissionSets permissions, PrincipalSets sets, RuleSets rules, Together together, IReadOnlyList<Piece> pieces, IReadOnlyList<Denial> denials)
    {
        (_scopes, _targets, _classes, _permissions, _sets, _rules, _together) = (scopes, targets, classes, permissions, sets, rules, together);
        foreach (var piece in pieces.Where(p => p.Permissions.GrantsAny))
            Put(_at, piece.Scope, piece);
        foreach (var denial in denials)
            Put(_denials, denial.Scope, denial);
    }

    public IReadOnlyDictionary<int, List<Grant>> Grants => _grants;

    /// <returns>Of each target the scopes whose grants count for it.</returns>
    public IReadOnlyList<int[]> Build(CancellationToken cancellationToken)
    {
        var reach = new int[_targets.Count][];
        var done = new HashSet<int>();
        foreach (var target in _targets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var above = _scopes.Above(target);
            var denials = Denials(target, above);
            if (denials.Count > 0)
            {
                reach[target.Index] = [Alone(target, [], [.. above.SelectMany(Pieces).SelectMany(p => Deny(p, denials)).Select(p => ForAll(p, target))])];
                continue;
            }

            for (var i = 0; i < above.Length; i++)
            {
                if (done.Add(above[i]))
                    Place(above[i], above[..i]);
            }

            var own = above.SelectMany(Pieces).Where(p => p.Permissions.DependsOnTarget && Bears(p.Permissions, target)).Select(p => For(p, target)).ToList();
            reach[target.Index] = own.Count == 0 ? [.. above.Where(_grants.ContainsKey)] : [.. above.Where(_grants.ContainsKey), Alone(target, [.. above.SelectMany(Pieces).Select(Certain)], own)];
        }

        return reach;
    }

    private List<Piece> Pieces(int scope) => _at.GetValueOrDefault(scope) ?? [];

    private void Place(int scope, int[] above)
    {
        var own = Pieces(scope).ConvertAll(Certain);
        var grants = own.Select(p => new Grant(p.Set, _rules.Of(p.Permissions), p.State, p)).ToList();
        grants.AddRange(_together.Find([.. above.SelectMany(Pieces).Select(Certain)], own));
        if (grants.Count > 0)
            _grants[scope] = grants;
    }

    /// <summary>Grants that count for one target alone; returns the number of its own scope.</summary>
    private int Alone(Target target, IReadOnlyList<Piece> above, IReadOnlyList<Piece> own)
    {
        var scope = _scopes.Count + target.Index;
        var grants = own.Select(p => new Grant(p.Set, _rules.Of(p.Permissions), p.State, p)).ToList();
        grants.AddRange(_together.Find(above, own));
        if (grants.Count > 0)
            _grants[scope] = grants;
        return scope;
    }

    // What each target decides for itself is left out here and put at each target.
    private Piece Certain(Piece piece) => piece.Permissions.DependsOnTarget
        ? piece with { Permissions = _permissions.Without(piece.Permissions, [.. piece.Permissions.Atoms.Select(a => a == AtomGrant.ByTarget)]) }
        : piece;

    private Piece For(Piece piece, Target target)
    {
        var others = piece.Permissions.Atoms.Select(a => a != AtomGrant.ByTarget).ToArray();
        var decided = _permissions.For(piece.Permissions, new TargetAttributes(target), target.Key);
        return piece with { Permissions = _permissions.Without(decided, others) };
    }

    private Piece ForAll(Piece piece, Target target) => piece.Permissions.DependsOnTarget
        ? piece with { Permissions = _permissions.For(piece.Permissions, new TargetAttributes(target), target.Key) }
        : piece;

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
        if (_denials.Count == 0)
            return [];
        var atoms = AtomsOf(target.Class);
        return
        [
            .. above.SelectMany(s => _denials.GetValueOrDefault(s) ?? [])
                .Where(d => !d.OnlyHere || _scopes.KeyOf(d.Scope) == target.Key)
                .Where(d => atoms.Index().Any(a => a.Item && d.Atoms[a.Index])),
        ];
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

    private List<Piece> Deny(Piece piece, IReadOnlyList<Denial> denials)
    {
        var open = new List<Piece> { piece };
        if (!piece.Deniable)
            return open;
        foreach (var denial in denials)
        {
            var next = new List<Piece>();
            foreach (var part in open)
            {
                var (denied, free) = _sets.Split(part.Set, denial.Index, denial.Concerns);
                if (free is not null)
                    next.Add(part with { Set = free });
                if (denied is not null && _permissions.Without(part.Permissions, denial.Atoms) is { GrantsAny: true } rest)
                    next.Add(part with { Set = denied, Permissions = rest });
            }

            open = next;
        }

        return open;
    }

    private static void Put<T>(Dictionary<int, List<T>> at, int scope, T value)
    {
        if (!at.TryGetValue(scope, out var list))
            at[scope] = list = [];
        list.Add(value);
    }
}
