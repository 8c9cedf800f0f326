using Ashlar.Content;
using Ashlar.Kql;

namespace Ashlar.Rules;

/// <summary>A control whose queries are compiled for the tables at hand.</summary>
internal sealed record BoundControl(LoadedControl Loaded, KqlCompilation Scope, KqlCompilation? Query)
{
    public static BoundControl Bind(LoadedControl control, KqlCatalog catalog, KqlOptions options) => new(
        control,
        KqlCompiler.Compile(control.Scope.Text, catalog, options),
        control.Query is null ? null : KqlCompiler.Compile(control.Query.Text, catalog, options));
}
