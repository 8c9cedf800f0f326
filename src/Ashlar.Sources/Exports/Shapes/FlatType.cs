namespace Ashlar.Sources.Exports.Shapes;

/// <summary>How the az CLI flattens one resource type, and the way back.</summary>
/// <param name="Renames">Dotted path as az writes it to dotted path below <c>properties</c>, where the names differ; <c>[]</c> steps into elements.</param>
/// <param name="Nested">Arrays whose elements az flattened too: everything but id, name, type, etag and location goes back below their <c>properties</c>.</param>
/// <param name="Hallmark">Key that az always writes for the type; without it somebody chose the keys (<c>--query</c>) and what is missing says nothing.</param>
internal sealed record FlatType(string Type, IReadOnlyDictionary<string, string> Renames, IReadOnlyList<string> Nested, string? Hallmark = null);
