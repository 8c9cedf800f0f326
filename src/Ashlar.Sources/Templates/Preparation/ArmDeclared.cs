using System.Text.Json.Nodes;
using Ashlar.Sources.Templates.Text;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>An ARM template: everything stands in the file itself.</summary>
internal sealed class ArmDeclared(PlacedJson json, string file) : Declared
{
    public override Place Of(string? key, JsonObject resource)
    {
        var (line, column) = json.Place(resource);
        return new Place(file, line, column, key);
    }

    public override Declared Inside(string? key, JsonObject deployment, JsonObject template) => this;
}
