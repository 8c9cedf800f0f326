using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>The rows of one case, before or after a patch, as several controls see them.</summary>
internal sealed class CaseEstate : IDisposable
{
    private readonly ControlCase _case;
    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, ControlResult> _results = new(StringComparer.Ordinal);

    public CaseEstate(ControlCase one, IReadOnlyList<CaseRow> rows)
    {
        _case = one;
        var tables = rows.GroupBy(row => row.Table, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (IReadOnlyList<JsonObject>)[.. group.Select(row => row.Values)], StringComparer.Ordinal);
        var settings = one.Settings.Values.ToDictionary(pair => pair.Key, pair => (JsonNode?)JsonSerializer.SerializeToNode(pair.Value), StringComparer.Ordinal);
        _snapshot = Snapshot.FromRows(tables, settings, one.Gaps, completeness: null, one.AsOf);
    }

    public ControlResult Ask(LoadedControl control, ControlReads reads, CancellationToken cancellationToken)
    {
        if (_results.TryGetValue(control.Control.Id, out var known))
        {
            return known;
        }

        var bound = BoundControl.Bind(control, Snapshot.EmptyCatalog, new KqlOptions(KqlDialect.Arg, _case.AsOf));
        var answer = Question.Ask(bound, reads, _snapshot, control.Settings.All(_case.Settings.Decides), cancellationToken);
        var seen = new SnapshotGaps(_case.Gaps, CaseCompleteness.Of(_case, reads));
        return _results[control.Control.Id] = Judgement.Of(control, answer, new BlindSpots(reads, seen, answer.BodylessOthers), _case.Settings);
    }

    public void Dispose() => _snapshot.Dispose();
}
