namespace Ashlar.Reports;

/// <summary>What is drawn, with principals replaced; see <see cref="Redaction"/>.</summary>
internal sealed class RedactedPicture(Redaction redaction)
{
    public TenantPicture Of(TenantPicture picture) => picture with
    {
        Doors = [.. picture.Doors.Select(Of)],
        Flows = [.. picture.Flows.Select(Of)],
        Paths = [.. picture.Paths.Select(Of)],
        Falls = [.. picture.Falls.Select(f => f with { Reasons = Texts(f.Reasons), Missing = Texts(f.Missing) })],
        Changes = [.. picture.Changes.Select(Of)],
        Names = Of(picture.Names),
    };

    // Two ids may come to one pseudonym: they are names of one principal.
    private Dictionary<string, string> Of(IReadOnlyDictionary<string, string> names)
    {
        var redacted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, name) in names)
            redacted.TryAdd(redaction.Ids(id), redaction.Text(name));
        return redacted;
    }

    private Door Of(Door door) => door with
    {
        ResourceId = redaction.Ids(door.ResourceId),
        Legs = [.. door.Legs.Select(l => l with { Id = redaction.Ids(l.Id), Path = redaction.Ids(l.Path), Value = Value(l.Value), Change = redaction.Text(l.Change) })],
        Missing = Texts(door.Missing),
    };

    private DataFlow Of(DataFlow flow) => flow with
    {
        From = redaction.Ids(flow.From),
        To = redaction.Ids(flow.To),
        ViaId = redaction.Ids(flow.ViaId),
        ViaPath = redaction.Ids(flow.ViaPath),
        DataClass = redaction.Text(flow.DataClass),
        ClassSource = redaction.Text(flow.ClassSource),
        Missing = Texts(flow.Missing),
    };

    private AttackPath Of(AttackPath path) => path with
    {
        StartName = redaction.Text(path.StartName),
        TargetId = redaction.Ids(path.TargetId),
        TargetName = Name(path.TargetId, path.TargetName),
        Steps = [.. path.Steps.Select(s => s with
        {
            From = redaction.Ids(s.From),
            To = redaction.Ids(s.To),
            Says = redaction.Text(s.Says),
            Proofs = [.. s.Proofs.Select(p => p with { Id = Value(p.Id), Path = redaction.Ids(p.Path), Value = Value(p.Value) })],
        })],
        Missing = Texts(path.Missing),
    };

    private ChokePoint Of(ChokePoint change) => change with
    {
        ResourceId = redaction.Ids(change.ResourceId),
        Setting = Value(change.Setting),
        Change = redaction.Text(change.Change),
        Breaks = Texts(change.Breaks),
    };

    // A resource keeps its name though a principal bears it too, unless it is that principal.
    private string Name(string id, string name) => redaction.Ids(id) == id && id.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase) ? name : redaction.Text(name);

    private string Value(string text) => text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? redaction.Ids(text) : redaction.Text(text);

    private string[] Texts(IReadOnlyList<string> texts) => [.. texts.Select(redaction.Text)];
}
