using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Identities;

/// <summary>How much each principal controls: 0 the tenant or a whole subscription, 1 an AI workload, its keys or its data, 2 neither.</summary>
internal sealed class Tiers
{
    /// <summary>So many assignments are kept of each principal; the tier counts them all.</summary>
    private const int MostShown = 10;

    // Calling a model and reading what is stored is not controlling it; a Reader reads every log.
    private static readonly string[] Harmless = ["invoke", "read-data", "read-prompts"];

    // With these over everything in the directory one takes whatever it holds.
    private static readonly string[] OverDirectory = ["grant-directory-role", "take-identity"];

    private readonly byte[] _tiers;
    private readonly List<(int Piece, int Via, AccessState State)>?[] _held;
    private readonly Dictionary<(int Permissions, int Scope), byte> _known = [];
    private readonly Dictionary<int, bool[]> _harms = [];
    private readonly byte[] _judged;
    private readonly int[] _counts;
    private readonly Dictionary<int, bool[]> _reached;
    private readonly AccessModel _model;

    /// <param name="isOfAi">Of a resource, whether it concerns AI.</param>
    public Tiers(AccessModel model, Func<Target, bool> isOfAi)
    {
        _model = model;
        _reached = Reached(model, isOfAi);
        _tiers = new byte[model.Directory.All.Count];
        _held = new List<(int, int, AccessState)>?[_tiers.Length];
        _counts = new int[_tiers.Length];
        Array.Fill(_tiers, (byte)2);
        _judged = model.Pieces.Select(OfPiece).ToArray();
        for (byte tier = 0; tier < 2; tier++)
        {
            for (var i = 0; i < _judged.Length; i++)
            {
                if (_judged[i] == tier)
                    Give(i, tier);
            }
        }
    }

    public int Of(int principal) => _tiers[principal];

    /// <summary>Assignments that make the tier, all of them.</summary>
    public int CountOf(int principal) => _counts[principal];

    public IReadOnlyList<Privilege> PrivilegesOf(int principal) =>
    [
        .. (_held[principal] ?? []).Select(h => Shown(_judged[h.Piece], _model.Pieces[h.Piece], h.Via, h.State))
            .OrderBy(p => p.Tier).ThenBy(p => p.Scope, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Role, StringComparer.Ordinal).ThenBy(p => p.AssignmentId, StringComparer.Ordinal),
    ];

    private byte OfPiece(Piece piece)
    {
        var key = (piece.Permissions.Index, piece.Scope);
        if (!_known.TryGetValue(key, out var tier))
            _known[key] = tier = Judge(piece);
        return tier;
    }

    private byte Judge(Piece piece)
    {
        var set = piece.Permissions;
        if (ScopeTree.IsWide(_model.Scopes.KeyOf(piece.Scope))
            && (set.Role?.GrantsAll == true || Grants(set, "grant-access") || (set.By is RoadKind.DirectoryRole or RoadKind.Permission && OverDirectory.Any(c => Grants(set, c)))))
            return 0;
        if (!_reached.TryGetValue(piece.Scope, out var classes))
            return 2;
        var harms = Harms(set);
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] && harms[i])
                return 1;
        }

        return 2;
    }

    private bool Grants(PermissionSet set, string capability) =>
        _model.Book.Alternatives.Any(a => _model.Book.Edges[a.Capability].Id == capability && _model.RuleSets.Alone(set, a) is not null);

    /// <summary>Classes on which the set gives more than harmless capabilities.</summary>
    private bool[] Harms(PermissionSet set)
    {
        if (!_harms.TryGetValue(set.Index, out var harms))
            _harms[set.Index] = harms = [.. _model.Classes.All.Select(c => c.Open.Any(o => !Harmless.Contains(_model.Book.Edges[o.Alternative.Capability].Id) && _model.RuleSets.Alone(set, o.Alternative) is not null))];
        return harms;
    }

    // Classes of the resources that concern AI below each scope; Entra objects are the identities themselves.
    private static Dictionary<int, bool[]> Reached(AccessModel model, Func<Target, bool> isOfAi)
    {
        var reached = new Dictionary<int, bool[]>();
        foreach (var target in model.Targets.Where(t => t.ObjectId is null && isOfAi(t)))
        {
            foreach (var scope in model.Above[target.Index])
            {
                if (!reached.TryGetValue(scope, out var classes))
                    reached[scope] = classes = new bool[model.Classes.All.Count];
                classes[target.Class] = true;
            }
        }

        return reached;
    }

    private void Give(int index, byte tier)
    {
        var piece = _model.Pieces[index];
        foreach (var member in piece.Set.Members)
        {
            if (tier < _tiers[member.Principal])
                _tiers[member.Principal] = tier;
            _counts[member.Principal]++;
            var held = _held[member.Principal] ??= [];
            if (held.Count < MostShown)
                held.Add((index, member.Via, RuleSets.Worse(piece.State, member.State)));
        }
    }

    private Privilege Shown(byte tier, Piece piece, int via, AccessState state) =>
        new(tier, piece.Permissions.Name, piece.ScopeText, AccessNames.Of(state), piece.Ids[0], via < 0 ? "" : _model.Directory.All[via].Id);
}
