using System.Text;

namespace Ashlar.Kql.Functions;

internal enum ParameterKind
{
    Any,
    Same,
    Number,
    Bool,
    Long,
    Real,
    String,
    DateTime,
    TimeSpan,
    Guid,
    Dynamic,
    Decimal,

    /// <summary>Any value, as JSON.</summary>
    Json,

    /// <summary>Any value, as its text.</summary>
    Text,
}

/// <param name="Constant">Only a constant will do: DuckDB plans with it.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, bool Optional, bool Repeated, bool Constant);

/// <summary>What a function is, for the binder.</summary>
[Flags]
internal enum FunctionTraits
{
    None = 0,

    /// <summary>The result may be null though no argument is.</summary>
    MayBeNull = 1,

    /// <summary>An unnamed column takes the name of the first argument.</summary>
    NamedByArgument = 2,

    Aggregate = 4,

    /// <summary>Needs a serialized input.</summary>
    Window = 8,

    /// <summary>Differs on every call.</summary>
    Volatile = 16,

    /// <summary>The result is not null even if an argument is.</summary>
    NeverNull = 32,

    /// <summary>The result depends on the order of rows.</summary>
    OrderSensitive = 64,
}

/// <summary>One overload of one function: the row of the registry from which binder, translator, documentation and completion are served.</summary>
/// <param name="Result">Null: the common type of the parameters of kind Same or Number.</param>
/// <param name="Sql">Template over the arguments {0}, {1}, …; a repeated parameter gives its arguments joined by commas.</param>
/// <param name="Note">How ours differs where the original is approximate or unpublished; null when exact.</param>
internal sealed record FunctionSignature(string Name, IReadOnlyList<Parameter> Parameters, KqlType? Result, string Sql, string Doc, FunctionTraits Traits, string? Note)
{
    public CompositeFormat Template { get; } = CompositeFormat.Parse(Sql);

    /// <summary>Prefix of the name of an unnamed aggregate column: <c>sum_x</c>.</summary>
    public string? Prefix { get; init; }

    public int Required => Parameters.Count(p => !p.Optional);

    public bool Has(FunctionTraits trait) => (Traits & trait) != 0;

    public bool Takes(int count) => count >= Required && (count <= Parameters.Count || (Parameters.Count > 0 && Parameters[^1].Repeated));

    public Parameter ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Count - 1)];

    /// <summary>As the documentation prints it: <c>substring(text:string, start:long, length?:long): string</c>.</summary>
    public string Usage =>
        Name + "(" + string.Join(", ", Parameters.Select(p => p.Name + (p.Optional ? "?" : "") + ":" + Type(p.Kind) + (p.Repeated ? "..." : ""))) + "): " + (Result?.Name() ?? "same");

    private static string Type(ParameterKind kind) => kind is ParameterKind.Json or ParameterKind.Text ? "any" : kind.ToString().ToLowerInvariant();

    public override string ToString() =>
        Name + "(" + string.Join(", ", Parameters.Select(p => p.Name + ":" + p.Kind.ToString().ToLowerInvariant() + (p.Repeated ? "..." : p.Optional ? "?" : ""))) + ")";
}
