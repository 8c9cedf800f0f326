namespace Ashlar.Sources.Exports.Json;

internal enum JsonNext
{
    Item,

    /// <summary>A number, text or null where an object was expected.</summary>
    Scalar,

    /// <summary>From here the text cannot be read.</summary>
    Break,
    End,
}
