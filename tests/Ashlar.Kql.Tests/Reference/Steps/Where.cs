namespace Ashlar.Kql.Tests.Reference;

/// <summary>Keeps the rows for which the predicate is true; null counts as false.</summary>
internal sealed record Where(Scalar Predicate) : Step
{
    public override string Text => "where " + Predicate.Text;

    public override Table Apply(Table input) => input with { Rows = [.. input.Each.Where(r => Predicate.Value(r) is true).Select(r => r.Cells)] };

    public override IEnumerable<Step> Smaller() => Predicate.Smaller().Select(p => new Where(p));
}
