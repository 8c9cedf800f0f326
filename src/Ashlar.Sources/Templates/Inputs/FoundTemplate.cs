using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Files;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>An ARM template or parameters file that the walk over the inputs met.</summary>
internal sealed record FoundTemplate(InputFile File, JsonObject Content);
