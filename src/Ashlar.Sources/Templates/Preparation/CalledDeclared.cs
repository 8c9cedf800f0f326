using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>What comes from a registry or another template: everything is declared where it is called.</summary>
internal sealed class CalledDeclared(Place callSite) : Declared
{
    public override Place Of(string? key, JsonObject resource) => callSite;

    public override Declared Inside(string? key, JsonObject deployment, JsonObject template) => this;
}
