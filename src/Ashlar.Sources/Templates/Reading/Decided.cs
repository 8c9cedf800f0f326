using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>A value that a template decides, possibly JSON null. Where there is none, the value is known only at deployment.</summary>
internal sealed record Decided(JsonNode? Value);
