using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>The rows of one case, before or after a patch, as several controls see them.</summary>
internal sealed class CaseEstate : IDisposable
{
    private readonly ControlCase _case;
    private readonly BoundReaders _readers;
    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, ControlResult> _results = new(StringComparer.Ordinal);

    public CaseEstate(ControlCase one, IReadOnlyList<CaseRow> rows, BoundReaders readers)
    {
        (_case, _readers) = (one, readers);
        var tables = rows.GroupBy(row => row.Table, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (IReadOnlyList<JsonObject>)[.. group.Select(row => row.Values)], StringComparer.Ordinal);
        var settings = one.Settings.Values.ToDictionary(pair => pair.Key, pair => (JsonNode?)JsonSerializer.SerializeToNode(pair.Value), StringComparer.Ordinal);
        _snapshot = Snapshot.FromRows(tables, settings, one.Gaps, completeness: null, one.AsOf);
    }

    public ControlResult Ask(LoadedControl control, CancellationToken cancellationToken)
    {
        if (_results.TryGetValue(control.Control.Id, out var known))
        {
            return known;
        }

        var reads = _readers.Reads[control];
        var answer = Question.Ask(_readers.Bound(control, _case.AsOf), reads, _snapshot, control.Settings.All(_case.Settings.Decides), cancellationToken);
        var seen = new SnapshotGaps(_case.Gaps, CaseCompleteness.Of(_case, reads));
        return _results[control.Control.Id] = Judgement.Of(control, answer, new BlindSpots(reads, seen, answer.BodylessOthers), _case.Settings);
    }

    public void Dispose() => _snapshot.Dispose();
}
