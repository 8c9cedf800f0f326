using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>Runs one control over tiny tables, by the engine that a scan uses. The same tables are asked once.</summary>
internal sealed class CaseBench : IDisposable
{
    private readonly LoadedControl _control;
    private readonly SnapshotBench _tables = new();
    private readonly Dictionary<DateTime, BoundControl> _bound = [];
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    public CaseBench(LoadedControl control)
    {
        _control = control;
        Reads = new ControlReads(control.Scope.Reads, control.Query?.Reads ?? []);
    }

    public ControlReads Reads { get; }

    /// <summary>How often tables were really asked.</summary>
    public int Asked { get; private set; }

    public ControlResult Run(ControlCase one, CancellationToken cancellationToken) => Run(one, one.Rows, cancellationToken);

    /// <param name="rows">In place of the case's own.</param>
    public ControlResult Run(ControlCase one, IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken) =>
        Judge(one, Ask(one, rows, cancellationToken), one.Gaps);

    /// <param name="gaps">In place of the case's own.</param>
    public ControlResult Run(ControlCase one, IReadOnlyList<Gap> gaps, CancellationToken cancellationToken) =>
        Judge(one, Ask(one, one.Rows, cancellationToken), gaps);

    public void Dispose() => _tables.Dispose();

    private ControlResult Judge(ControlCase one, Answer answer, IReadOnlyList<Gap> gaps) =>
        Judgement.Of(_control, answer, new BlindSpots(Reads, new SnapshotGaps(gaps, Completeness(one)), answer.BodylessOthers), one.Settings);

    private Answer Ask(ControlCase one, IReadOnlyList<CaseRow> rows, CancellationToken cancellationToken)
    {
        var key = one.Name + "\n" + string.Join('\n', rows.Select(row => row.Table + row.Values.ToJsonString()));
        if (_answers.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!_bound.TryGetValue(one.AsOf, out var bound))
        {
            _bound[one.AsOf] = bound = BoundControl.Bind(_control, Snapshot.EmptyCatalog, new KqlOptions(KqlDialect.Arg, one.AsOf));
        }

        var tables = rows.GroupBy(row => row.Table, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (IReadOnlyList<JsonObject>)[.. group.Select(row => row.Values)], StringComparer.Ordinal);
        var settings = one.Settings.Values.ToDictionary(pair => pair.Key, pair => (JsonNode?)JsonSerializer.SerializeToNode(pair.Value), StringComparer.Ordinal);
        var snapshot = _tables.Lay(tables, settings, Queries("Gaps") ? one.Gaps : null, Queries("Completeness") ? Completeness(one) : null, one.AsOf);
        Asked++;
        var answer = Question.Ask(bound, Reads, snapshot, _control.Settings.All(one.Settings.Decides), cancellationToken);
        _answers[key] = answer;
        return answer;
    }

    // The engine has them from the case itself; a table costs time in each of hundreds of variants.
    private bool Queries(string table) => _control.Reads.Any(read => read.Table == table);

    private List<Completeness> Completeness(ControlCase one) => CaseCompleteness.Of(one, Reads);
}
