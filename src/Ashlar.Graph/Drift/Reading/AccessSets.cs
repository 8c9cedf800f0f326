using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Ashlar.Graph.Access.Writing;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Drift.Reading;

/// <summary>Who can do what as it is kept: sets of principals at scopes. Two snapshots are compared by what the sets hold, and only where those differ are people looked at.</summary>
internal sealed class AccessSets
{
    private readonly Dictionary<string, (int Class, int[] Scopes)> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(int Set, int Rules, int State, int Proof)>> _grants = [];
    private readonly Dictionary<int, List<(int Principal, int State)>> _members = [];
    private readonly ILookup<(int Rules, int Class), (string Capability, int State)> _rules;
    private readonly (string Id, string Name, string Kind)[] _principals;
    private readonly UInt128[] _hashes;
    private readonly Dictionary<int, UInt128> _setHashes = [];
    private readonly Dictionary<string, Dictionary<string, Held>> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<int, IReadOnlyList<string>> _proofs = [];
    private readonly IReadOnlyList<object?[]> _proofRows;

    public AccessSets(Snapshot snapshot, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> Numbers(TableDefinition table) => snapshot.ReadDerivedNumbers(table, cancellationToken);
        IReadOnlyList<object?[]> Rows(TableDefinition table) => snapshot.ReadDerived(table, cancellationToken);
        _principals = [.. Rows(AccessParts.Principals).OrderBy(r => (int)r[0]!).Select(r => ((string)r[1]!, (string)r[2]!, (string)r[3]!))];
        _hashes = [.. _principals.Select(p => Hash(Encoding.UTF8.GetBytes(p.Id.ToLowerInvariant())))];
        _rules = Rows(AccessParts.Rules).ToLookup(r => ((int)r[0]!, (int)r[1]!), r => ((string)r[2]!, (int)r[3]!));
        _proofRows = [.. Rows(AccessParts.Proofs).OrderBy(r => (int)r[0]!)];
        var members = Numbers(AccessParts.Members);
        for (var at = 0; at < members.Count; at += 4)
            Add(_members, members[at], (members[at + 1], members[at + 3]));
        var grants = Numbers(AccessParts.Grants);
        for (var at = 0; at < grants.Count; at += 5)
            Add(_grants, grants[at + 1], (grants[at], grants[at + 2], grants[at + 3], grants[at + 4]));
        var scopes = new Dictionary<int, List<int>>();
        var reach = Numbers(AccessParts.Reach);
        for (var at = 0; at < reach.Count; at += 2)
            Add(scopes, reach[at + 1], reach[at]);
        foreach (var row in Rows(AccessParts.Targets))
            _targets[(string)row[3]!] = ((int)row[1]!, scopes.TryGetValue((int)row[0]!, out var of) ? [.. of.Where(_grants.ContainsKey).Order()] : []);
    }

    public bool Has(string key) => _targets.ContainsKey(key);

    /// <summary>What gives a capability on a target; null when nothing does.</summary>
    /// <param name="key">Lower-case id of the target.</param>
    public Held? Of(string key, string capability)
    {
        if (!_targets.TryGetValue(key, out var target))
            return null;
        // Most resources of a group have the same scopes above them: what holds there is put together once.
        var place = string.Create(null, stackalloc char[128], $"{target.Class}:{string.Join(',', target.Scopes)}");
        if (!_held.TryGetValue(place, out var held))
            _held[place] = held = Put(target.Class, target.Scopes);
        return held.GetValueOrDefault(capability);
    }

    /// <summary>Everybody that something holds for: object id to the best state, and the proofs.</summary>
    public IReadOnlyDictionary<string, Holder> Expand(Held? held)
    {
        var found = new Dictionary<string, Holder>(StringComparer.OrdinalIgnoreCase);
        foreach (var (set, state, proof) in held?.Roads ?? [])
        {
            foreach (var member in _members.GetValueOrDefault(set) ?? [])
            {
                var principal = _principals[member.Principal];
                var best = Math.Max(state, member.State);
                if (!found.TryGetValue(principal.Id, out var holder))
                    found[principal.Id] = holder = new Holder(principal.Id, principal.Name, principal.Kind);
                holder.State = Math.Min(holder.State, best);
                holder.Proofs.Add(proof);
            }
        }

        return found;
    }

    /// <summary>Keys of the assignments behind a proof.</summary>
    public IReadOnlyList<string> Assignments(int proof)
    {
        if (!_proofs.TryGetValue(proof, out var ids))
        {
            var row = _proofRows[proof];
            var all = (int)row[2]! < 0 ? System.Text.Json.JsonSerializer.Deserialize<List<string>>((string)row[1]!)! : [(string)row[1]!];
            _proofs[proof] = ids = [.. all.Select(ResourceIds.Key)];
        }

        return ids;
    }

    private Dictionary<string, Held> Put(int targetClass, int[] scopes)
    {
        var roads = new Dictionary<string, List<(int Set, int State, int Proof)>>(StringComparer.Ordinal);
        foreach (var scope in scopes)
        {
            foreach (var grant in _grants[scope])
            {
                foreach (var (capability, state) in _rules[(grant.Rules, targetClass)])
                {
                    if (!roads.TryGetValue(capability, out var list))
                        roads[capability] = list = [];
                    list.Add((grant.Set, Math.Max(grant.State, state), grant.Proof));
                }
            }
        }

        return roads.ToDictionary(r => r.Key, r => new Held(Signature(r.Value), r.Value), StringComparer.Ordinal);
    }

    // Equal signatures mean the same sets in the same states; unequal ones may still mean the same people.
    private UInt128 Signature(List<(int Set, int State, int Proof)> roads)
    {
        var parts = roads.Select(r => (Hash: SetHash(r.Set), r.State)).Distinct().Order().SelectMany(p => new[] { p.Hash, (UInt128)p.State }).ToArray();
        return Hash(MemoryMarshal.AsBytes<UInt128>(parts));
    }

    private UInt128 SetHash(int set)
    {
        if (!_setHashes.TryGetValue(set, out var hash))
        {
            var parts = (_members.GetValueOrDefault(set) ?? []).Select(m => (Hash: _hashes[m.Principal], m.State)).Distinct().Order().SelectMany(p => new[] { p.Hash, (UInt128)p.State }).ToArray();
            _setHashes[set] = hash = Hash(MemoryMarshal.AsBytes<UInt128>(parts));
        }

        return hash;
    }

    private static UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }

    private static void Add<T>(Dictionary<int, List<T>> lists, int number, T item)
    {
        if (!lists.TryGetValue(number, out var list))
            lists[number] = list = [];
        list.Add(item);
    }
}
