using System.Text.Json;
using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Writing;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>Looks up what evidence stands for: assignments, owners, memberships, in the tables they were read from. All at once, for the paths that are shown.</summary>
internal sealed class ProofBook
{
    private readonly Terrain _terrain;
    private readonly Dictionary<int, IReadOnlyList<string>> _ids = [];
    private readonly HashSet<string> _permissions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inArm = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Principal, int Set), int> _via = [];
    private readonly Memberships _memberships;

    public ProofBook(Terrain terrain, IEnumerable<Evidence> evidence)
    {
        _terrain = terrain;
        var (grants, pairs, rulings) = (new HashSet<int>(), new HashSet<(int, int)>(), new HashSet<(int Principal, Ruling Ruling)>());
        foreach (var item in evidence)
        {
            if (item.Kind == EvidenceKind.Grant)
                grants.Add(ProofOf(item.A));
            else if (item.Kind == EvidenceKind.Membership)
                pairs.Add((item.A, item.B));
            else if (item.Kind == EvidenceKind.Ruling)
                rulings.Add((item.A, terrain.Rulers.Of(item.A)!));
        }

        foreach (var row in terrain.Query.Snapshot.DerivedRows(AccessParts.Proofs, grants))
            _ids[(int)row[0]!] = (int)row[2]! < 0 ? JsonSerializer.Deserialize<List<string>>((string)row[1]!)! : [(string)row[1]!];
        Vias(pairs);
        _memberships = new Memberships(terrain, _via.Where(v => v.Value >= 0).Select(v => (v.Key.Principal, v.Value)).Concat(rulings.Where(r => r.Ruling.ViaGroup >= 0).Select(r => (r.Principal, r.Ruling.ViaGroup))));
        WhereFrom([.. _ids.Values.SelectMany(i => i).Concat(rulings.Select(r => r.Ruling.AssignmentId)).Distinct(StringComparer.Ordinal)]);
    }

    public IEnumerable<Proof> Of(Evidence evidence, IReadOnlyList<Evidence> beside) => evidence.Kind switch
    {
        EvidenceKind.Fixed => [evidence.Proof!],
        EvidenceKind.Ruling => Ruled(evidence.A, _terrain.Rulers.Of(evidence.A)!),
        EvidenceKind.Membership => _via.GetValueOrDefault((evidence.A, evidence.B), -1) is >= 0 and var group ? _memberships.Of(evidence.A, group) : [],
        _ => Grant(evidence, beside),
    };

    private IEnumerable<Proof> Ruled(int principal, Ruling ruling)
    {
        var id = ruling.AssignmentId;
        var by = _permissions.Contains(id) ? "permission" : id.Contains("/registrationassignments/", StringComparison.OrdinalIgnoreCase) ? "delegation" : id.StartsWith('/') ? "role" : "directoryRole";
        var proof = Proof(id, by, _terrain.Access.Principals[ruling.ViaGroup >= 0 ? ruling.ViaGroup : principal], ruling.State == AccessState.Eligible, "");
        return ruling.ViaGroup >= 0 ? [.. _memberships.Of(principal, ruling.ViaGroup), proof] : [proof];
    }

    private IEnumerable<Proof> Grant(Evidence evidence, IReadOnlyList<Evidence> beside)
    {
        var membership = beside.FirstOrDefault(e => e.Kind == EvidenceKind.Membership);
        var holder = membership is null ? -1 : _via.GetValueOrDefault((membership.A, membership.B), -1) is >= 0 and var group ? group : membership.A;
        var who = holder < 0 ? "" : _terrain.Access.Principals[holder];
        var by = evidence.B < 0 ? "role" : _terrain.Access.Rules[evidence.B].By;
        var eligible = _terrain.Access.Grants[(evidence.A * 5) + 3] == (int)AccessState.Eligible;
        var type = evidence.B < 0 ? "" : _terrain.Access.Rules[evidence.B].Capability;
        return _ids.GetValueOrDefault(ProofOf(evidence.A), []).Select(id => Proof(id, by, who, eligible, type));
    }

    private Proof Proof(string id, string by, string who, bool eligible, string capability) => by switch
    {
        "accessPolicy" => new Proof("resources", id, "properties.accessPolicies", who),
        "directoryRole" => new Proof(eligible ? "DirectoryRoleEligibilities" : "DirectoryRoleAssignments", id, "principalId", who),
        "permission" => new Proof("AppRoleAssignments", id, "principalId", who),
        "ownership" => Owner(id, who, eligible, capability),
        "delegation" => new Proof("managedserviceresources", id, "properties", who),
        _ => new Proof(_inArm.Contains(ResourceIds.Key(id)) ? "armresources" : "authorizationresources", id, "properties.principalId", who),
    };

    private Proof Owner(string of, string who, bool eligible, string capability)
    {
        if (capability == "add-members")
            return new Proof(eligible ? "GroupEligibilities" : "GroupOwners", of, eligible ? "principalId" : "ownerId", who);
        return new Proof(_terrain.Access.PrincipalOf(of) >= 0 ? "ServicePrincipalOwners" : "ApplicationOwners", of, "ownerId", who);
    }

    private int ProofOf(int grant) => _terrain.Access.Grants[(grant * 5) + 4];

    // Members stand by set, each principal once for every group it comes through: the surest counts, a membership of its own first.
    private void Vias(HashSet<(int Principal, int Set)> pairs)
    {
        if (pairs.Count == 0)
            return;
        var members = _terrain.Access.Members;
        var best = new Dictionary<(int, int), int>();
        for (var i = 0; i < members.Length; i += 4)
        {
            var pair = (members[i + 1], members[i]);
            if (pairs.Contains(pair) && (!best.TryGetValue(pair, out var state) || members[i + 3] < state))
            {
                best[pair] = members[i + 3];
                _via[pair] = members[i + 2];
            }
        }
    }

    // Role assignments stand where Resource Graph lists them, or, above its scopes, where the export kit asked for them.
    private void WhereFrom(List<string> all)
    {
        foreach (var chunk in all.Where(i => !i.StartsWith('/')).Chunk(500))
            _permissions.UnionWith(_terrain.Query.Run($"AppRoleAssignments | where id in ({Workloads.Reading.RowReader.Literals(chunk)}) | project id").Select(r => (string)r[0]!));
        var ids = all.Where(i => i.Contains("/providers/", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var id in ids.Where(i => ResourceIds.Type(i) is { } type && type != "microsoft.authorization/roleassignments"))
            _inArm.Add(ResourceIds.Key(id));
        var assignments = ids.Where(i => !_inArm.Contains(ResourceIds.Key(i))).ToList();
        if (assignments.Count == 0)
            return;
        var inArm = _terrain.Query.Run("armresources | where type =~ 'microsoft.authorization/roleassignments' | project id");
        var wanted = assignments.Select(ResourceIds.Key).ToHashSet(StringComparer.Ordinal);
        _inArm.UnionWith(inArm.Select(r => ResourceIds.Key((string)r[0]!)).Where(wanted.Contains));
        if (_inArm.Count == 0)
            return;
        // Of one that both tables list the row of Resource Graph is named.
        foreach (var chunk in wanted.Where(_inArm.Contains).Chunk(500))
        {
            foreach (var row in _terrain.Query.Run($"authorizationresources | where id in~ ({Workloads.Reading.RowReader.Literals(chunk)}) | project id"))
                _inArm.Remove(ResourceIds.Key((string)row[0]!));
        }
    }
}
