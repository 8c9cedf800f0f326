using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

/// <summary>The let names that are in force, innermost first.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, LetBinding> _names = new(StringComparer.Ordinal);

    public LetBinding? Find(string name) => _names.TryGetValue(name, out var found) ? found : outer?.Find(name);

    public void Add(string name, LetBinding binding) => _names[name] = binding;

    public IEnumerable<string> Names => outer is null ? _names.Keys : _names.Keys.Concat(outer.Names);
}

internal abstract record LetBinding;

/// <param name="Size">Parts of the expression with all names written out.</param>
internal sealed record LetScalar(BoundExpression Value, long Size = 1) : LetBinding;

/// <param name="Home">The names its text was written under.</param>
internal sealed record LetTable(Expression Syntax, Scope Home) : LetBinding
{
    /// <summary>Bound once for its diagnostics; the first reference takes it, later ones bind anew, so that every column stays one object.</summary>
    public Relation? Fresh { get; set; }

    public Relation? TakeFresh()
    {
        var fresh = Fresh;
        Fresh = null;
        return fresh;
    }
}

internal sealed record LetFunction(FunctionExpression Syntax, Scope Home) : LetBinding;

/// <summary>A table parameter that was given by a relation, not by a name.</summary>
internal sealed record LetInput(Func<Relation> Bind) : LetBinding;
