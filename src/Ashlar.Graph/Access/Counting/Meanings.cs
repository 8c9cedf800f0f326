using System.Collections.Concurrent;
using Ashlar.Graph.Access.Granting;

namespace Ashlar.Graph.Access.Counting;

/// <summary>Which rules give a capability of a class of targets; capabilities that the same rules give alike have one number, and are counted together.</summary>
internal sealed class Meanings
{
    private readonly AccessModel _model;
    private readonly Dictionary<(int Class, int Capability), int> _numbers = [];
    private readonly List<IReadOnlyCollection<Rule>> _rules = [];
    private readonly ConcurrentDictionary<int, GrantedBy> _granted = new();

    public Meanings(AccessModel model)
    {
        _model = model;
        var rules = model.Rules.ToLookup(r => (r.Class, r.Capability));
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var @class in model.Classes.All)
        {
            foreach (var capability in @class.Capabilities)
            {
                var given = rules[(@class.Index, capability)];
                var key = string.Join(',', given.Select(r => $"{r.Rules}.{(int)r.State}{(r.By == RoadKind.Key ? "k" : "")}").Order(StringComparer.Ordinal));
                if (!known.TryGetValue(key, out var number))
                {
                    known[key] = number = _rules.Count;
                    _rules.Add([.. given]);
                }

                _numbers[(@class.Index, capability)] = number;
            }
        }
    }

    public int Of(int @class, int capability) => _numbers[(@class, capability)];

    /// <summary>Safe for several threads.</summary>
    public GrantedBy Granted(int number) => _granted.GetOrAdd(number, n => new GrantedBy(_model, _rules[n]));
}
