namespace Ashlar.Graph.Access.Conditions;

internal static class TruthTables
{
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(this Truth truth) => (Truth)((int)Truth.True - (int)truth);

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Either(this IEnumerable<Truth> truths) => truths.Aggregate(Truth.False, Or);

    public static Truth Every(this IEnumerable<Truth> truths) => truths.Aggregate(Truth.True, And);
}
