namespace Ashlar.Kql.Tests.Reference;

/// <summary>Dynamic page: slots, elements (negative: from the end), array_length null for anything but an array, pack_array, bag_pack.</summary>
internal static class Dynamics
{
    public static Scalar Slot(Scalar value, string name)
    {
        var path = name.All(char.IsAsciiLetterOrDigit) ? "." + name : "['" + name + "']";
        return Scalar.Call(KqlType.Dynamic, "{0}" + path, v => (v[0] as Dyn)?.Slot(name), value);
    }

    public static Scalar Element(Scalar value, long index) =>
        Scalar.Call(KqlType.Dynamic, "{0}[" + index + "]", v => (v[0] as Dyn)?.Element(index), value);

    public static Scalar ArrayLength(Scalar value) => Scalar.Call(KqlType.Long, "array_length({0})", v => (v[0] as Dyn)?.Array is { } array ? (long)array.Length : null, value);

    public static Scalar PackArray(Scalar first, Scalar second) => Scalar.Call(
        KqlType.Dynamic,
        "pack_array({0}, {1})",
        v => Dyn.OfArray(v),
        first,
        second);

    public static Scalar BagPack(string name, Scalar value) => Scalar.Call(
        KqlType.Dynamic,
        "bag_pack('" + name + "', {0})",
        v => Dyn.OfBag((name, v[0])),
        value);
}
