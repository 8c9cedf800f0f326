using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Knows where the resources of a template are declared.</summary>
internal abstract class Declared
{
    /// <param name="key">Symbolic name in the template; null in a list.</param>
    public abstract Place Of(string? key, JsonObject resource);

    /// <summary>The same for the template inside a deployment.</summary>
    public abstract Declared Inside(string? key, JsonObject deployment, JsonObject template);
}
