using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>What the page draws, as rows of numbers: positions in <c>texts</c> unless said otherwise; <c>picture.js</c> gives them names again.</summary>
internal sealed class HtmlPicture(Utf8JsonWriter json, HtmlTexts texts)
{
    public void Write(TenantPicture picture)
    {
        json.WriteStartObject("picture");
        Lanes();
        Rows("doors", picture.Doors.Take(HtmlCaps.Doors), Door);
        Rows("flows", picture.Flows.Take(HtmlCaps.Flows), Flow);
        Paths(picture.Paths);
        Rows("changes", picture.Changes, Change);
        Rows("names", picture.Names.OrderBy(n => n.Key, StringComparer.Ordinal), n => Texts(n.Key, n.Value));
        json.WriteNumber("pathCount", picture.PathCount);
        json.WriteNumber("changeCount", picture.ChangeCount);
        json.WriteNumber("moreDoors", Math.Max(0, picture.Doors.Count - HtmlCaps.Doors));
        json.WriteEndObject();
    }

    private void Lanes()
    {
        json.WriteStartArray("lanes");
        foreach (var (name, words) in ExposureWords.Lanes)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteStringValue(words);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    // id, type, door, inbound, at least, outbound, legs, missing
    private void Door(Door door)
    {
        Texts(door.ResourceId, door.Type, door.Name, door.Inbound, door.AtLeast, door.Outbound);
        Rows(door.Legs.Take(HtmlCaps.Legs), l => Texts(l.Leg, l.Says, l.Id, l.Path, Short(l.Value), l.Change));
        Sentences(door.Missing);
    }

    // kind, from, type, to, type, via, path, authentication, regions, processing, class, its source; then numbers and truths as they are
    private void Flow(DataFlow flow)
    {
        Texts(flow.Kind, flow.From, flow.FromType, flow.To, flow.ToType, flow.ViaId, flow.ViaPath, flow.Authentication, flow.FromRegion, flow.ToRegion, flow.Processing, flow.DataClass, flow.ClassSource);
        Truth(flow.CrossesRegion);
        Truth(flow.CrossesTenant);
        Number(flow.Writers);
        Number(flow.Readers);
        Truth(flow.AnyoneWrites);
        Truth(flow.AnyoneReads);
        Sentences(flow.Missing);
    }

    // A step stands in many paths: steps once, then paths with their positions.
    private void Paths(IReadOnlyList<AttackPath> paths)
    {
        var positions = new Dictionary<AttackStep, int>(StepComparer.Instance);
        var steps = new List<AttackStep>();
        foreach (var step in paths.SelectMany(p => p.Steps))
        {
            if (positions.TryAdd(step, steps.Count))
                steps.Add(step);
        }

        Rows("steps", steps, s =>
        {
            Texts(s.Step, s.From, s.To, s.ToType, s.Says, s.State);
            Rows(s.Proofs, p => Texts(p.Table, p.Id, p.Path, Short(p.Value)));
        });
        // id, start, name, goal, target, name, state; severity, score and how many are like it as they are; steps, missing
        Rows("paths", paths, p =>
        {
            Texts(p.Id, p.Start, p.StartName, p.Goal, p.TargetId, p.TargetName, p.State);
            json.WriteNumberValue((int)p.Severity);
            json.WriteNumberValue(p.Score);
            json.WriteNumberValue(p.Similar);
            json.WriteStartArray();
            foreach (var step in p.Steps)
                json.WriteNumberValue(positions[step]);
            json.WriteEndArray();
            Sentences(p.Missing);
        });
    }

    // id, setting, change; cuts, cuts alone, total as they are; what may break
    private void Change(ChokePoint change)
    {
        Texts(change.ResourceId, change.Setting, change.Change);
        json.WriteNumberValue(change.Cuts);
        json.WriteNumberValue(change.CutsAlone);
        json.WriteNumberValue(change.Total);
        Sentences(change.Breaks);
        Sentences(change.WorkloadIds);
    }

    private void Rows<T>(string name, IEnumerable<T> rows, Action<T> write)
    {
        json.WritePropertyName(name);
        Rows(rows, write);
    }

    private void Rows<T>(IEnumerable<T> rows, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            write(row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void Sentences(IReadOnlyList<string> sentences)
    {
        json.WriteStartArray();
        Texts([.. sentences]);
        json.WriteEndArray();
    }

    private void Texts(params ReadOnlySpan<string> row)
    {
        foreach (var text in row)
            json.WriteNumberValue(texts.IndexOf(text));
    }

    private void Number(long? number)
    {
        if (number is { } known)
            json.WriteNumberValue(known);
        else
            json.WriteNullValue();
    }

    private void Truth(bool? truth) => Number(truth is null ? null : truth.Value ? 1 : 0);

    private static string Short(string value) => value.Length <= HtmlCaps.Value ? value : value[..HtmlCaps.Value] + "…";

    /// <summary>Steps with the same words and the same proofs are one.</summary>
    private sealed class StepComparer : IEqualityComparer<AttackStep>
    {
        public static StepComparer Instance { get; } = new();

        public bool Equals(AttackStep? x, AttackStep? y) =>
            x is not null && y is not null && x with { Proofs = y.Proofs } == y && x.Proofs.SequenceEqual(y.Proofs);

        public int GetHashCode(AttackStep step) => HashCode.Combine(step.Step, step.From, step.To, step.Says);
    }
}
