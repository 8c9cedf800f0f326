using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>The class of the data of an end: the highest that its tags, its labels or <c>ashlar.yaml</c> give.</summary>
internal sealed class Classes
{
    private readonly Dictionary<string, DataClass> _decided = new(StringComparer.Ordinal);
    private readonly Ledger _ledger;

    /// <param name="decided">Texts of the setting <c>dataClasses</c>: id = class.</param>
    public Classes(Ledger ledger, IReadOnlyList<string> decided)
    {
        _ledger = ledger;
        foreach (var text in decided)
        {
            var at = text.LastIndexOf('=');
            var key = at < 0 ? "" : ResourceIds.Key(text[..at].Trim());
            if (key.Length > 0)
                _decided[key] = DataClass.Higher(_decided.GetValueOrDefault(key), DataClass.Of(text[(at + 1)..], $"ashlar.yaml dataClasses {text}"))!;
        }
    }

    public DataClass? Of(ResolvedEnd end)
    {
        if (end.IsNone || end.IsHost)
            return null;
        var found = DataClass.Higher(end.Place?.Class, _ledger.Labels.GetValueOrDefault(end.Key));
        if (References.TopLevel(end.Id) is { } top && ResourceIds.Key(top) != end.Key)
            found = DataClass.Higher(found, _ledger.ById(top)?.Class);
        return DataClass.Higher(found, Decided(end.Key));
    }

    // The nearest decision counts: one for a resource over one for its subscription.
    private DataClass? Decided(string key)
    {
        if (_decided.Count == 0)
            return null;
        for (var end = key.Length; end > 0; end = key.LastIndexOf('/', end - 1))
        {
            if (_decided.TryGetValue(key[..end], out var found))
                return found;
        }

        return null;
    }
}
