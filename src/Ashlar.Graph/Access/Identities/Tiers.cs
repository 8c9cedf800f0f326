using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Identities;

/// <summary>How much each principal controls: 0 the tenant or a whole subscription, 1 an AI workload, its keys or its data, 2 neither.</summary>
internal sealed class Tiers
{
    /// <summary>So many assignments are kept of each principal; the tier counts them all.</summary>
    private const int Shown = 10;

    // Calling a model is not controlling it.
    private static readonly string[] Harmless = ["invoke"];

    // With these over everything in the directory one takes whatever it holds.
    private static readonly string[] OverDirectory = ["grant-directory-role", "take-identity"];

    private readonly byte[] _tiers;
    private readonly Dictionary<int, List<Privilege>> _privileges = [];
    private readonly Dictionary<(int Permissions, int Scope), byte> _known = [];
    private readonly Dictionary<int, HashSet<int>> _reached;
    private readonly AccessModel _model;

    public Tiers(AccessModel model)
    {
        _model = model;
        _reached = Reached(model);
        _tiers = new byte[model.Directory.All.Count];
        Array.Fill(_tiers, (byte)2);
        foreach (var piece in model.Pieces)
        {
            if (OfPiece(piece) is var tier and < 2)
                Give(piece, tier);
        }
    }

    public int Of(int principal) => _tiers[principal];

    public IReadOnlyList<Privilege> PrivilegesOf(int principal) =>
        _privileges.TryGetValue(principal, out var list)
            ? [.. list.OrderBy(p => p.Tier).ThenBy(p => p.Scope, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Role, StringComparer.Ordinal).ThenBy(p => p.AssignmentId, StringComparer.Ordinal).Take(Shown)]
            : [];

    private byte OfPiece(Piece piece)
    {
        var key = (piece.Permissions.Index, piece.Scope);
        if (!_known.TryGetValue(key, out var tier))
            _known[key] = tier = Judge(piece);
        return tier;
    }

    private byte Judge(Piece piece)
    {
        var wide = ScopeTree.IsWide(_model.Scopes.KeyOf(piece.Scope));
        if (wide && (piece.Permissions.Role?.GrantsAll == true || Grants(piece, c => c == "grant-access") || (piece.Permissions.By is RoadKind.DirectoryRole or RoadKind.Permission && Grants(piece, OverDirectory.Contains))))
            return 0;
        return _reached.TryGetValue(piece.Scope, out var classes) && Grants(piece, c => !Harmless.Contains(c), classes) ? (byte)1 : (byte)2;
    }

    // Classes of the resources below each scope; Entra objects are the identities themselves.
    private static Dictionary<int, HashSet<int>> Reached(AccessModel model)
    {
        var reached = new Dictionary<int, HashSet<int>>();
        foreach (var target in model.Targets.Where(t => t.ObjectId is null))
        {
            foreach (var scope in model.Scopes.Above(target))
            {
                if (!reached.TryGetValue(scope, out var classes))
                    reached[scope] = classes = [];
                classes.Add(target.Class);
            }
        }

        return reached;
    }

    private bool Grants(Piece piece, Func<string, bool> capability, HashSet<int>? classes = null) =>
        _model.Book.Alternatives.Any(a => capability(_model.Book.Edges[a.Capability].Id)
            && (classes is null || classes.Any(c => _model.Classes.All[c].Open.Any(o => o.Alternative.Index == a.Index)))
            && RuleSets.Alone(piece.Permissions, a) is not null);

    private void Give(Piece piece, byte tier)
    {
        foreach (var member in piece.Set.Members)
        {
            if (tier < _tiers[member.Principal])
                _tiers[member.Principal] = tier;
            if (!_privileges.TryGetValue(member.Principal, out var list))
                _privileges[member.Principal] = list = [];
            if (list.Count < Shown * 4)
                list.Add(new Privilege(tier, piece.Permissions.Name, piece.ScopeText, AccessNames.Of(RuleSets.Worse(piece.State, member.State)), piece.Ids[0], member.Via < 0 ? "" : _model.Directory.All[member.Via].Id));
        }
    }
}
