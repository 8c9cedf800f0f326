using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>Tells the values of a template from what is known only at deployment.</summary>
internal interface IValues
{
    /// <summary>Null when anything in it is known only at deployment.</summary>
    Decided? Decide(JsonNode? node);

    /// <summary>The name of a property; null when it is known only at deployment.</summary>
    string? Key(string written);
}
