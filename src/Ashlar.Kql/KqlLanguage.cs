using Ashlar.Kql.Binding;
using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql;

/// <summary>What the language has, read from the parser's and binder's own tables: for documentation and completion.</summary>
public static class KqlLanguage
{
    public static IReadOnlyList<KqlOperator> Operators { get; } =
    [
        .. OperatorParsers.All.Select(o => new KqlOperator(o.Key, o.Value.Example, o.Value.Doc, o.Value.Note is null ? KqlSupport.Supported : KqlSupport.Differs, o.Value.Note))
            .Concat(OperatorParsers.AllRefused.Select(o => new KqlOperator(o.Key, "", "", KqlSupport.Refused, o.Value)))
            .OrderBy(o => o.Name, StringComparer.Ordinal),
    ];

    /// <summary>Operators between values that are words, and what they say.</summary>
    public static IReadOnlyDictionary<string, string> Words => Parser.WordOperators;

    public static IReadOnlyList<KqlFunction> Functions { get; } =
    [
        .. Registered().Concat(Special())
            .Concat(RefusedFunctions.All.Select(f => new KqlFunction(f.Key, KqlFunctionKind.Scalar, [], "", [], KqlSupport.Refused, f.Value)))
            .Concat(RefusedFunctions.AllPlugins.Select(f => new KqlFunction(f.Key, KqlFunctionKind.Plugin, [], "", [], KqlSupport.Refused, f.Value)))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Kind),
    ];

    private static IEnumerable<KqlFunction> Registered() =>
        from overload in FunctionRegistry.All
        where char.IsLetter(overload.Name[0]) && !overload.Name.StartsWith("op:", StringComparison.Ordinal) && SpecialForms.Find(overload.Name) is null
        group overload by (overload.Name, Kind: Kind(overload)) into all
        let note = all.Select(o => o.Note).FirstOrDefault(n => n is not null)
        select new KqlFunction(all.Key.Name, all.Key.Kind, [.. all.Select(o => o.Usage)], all.First().Doc, Aliases(all.Key.Name), note is null ? KqlSupport.Supported : KqlSupport.Differs, note);

    private static IEnumerable<KqlFunction> Special() =>
        SpecialForms.Documentation.Select(f => new KqlFunction(f.Name, f.Name.StartsWith("arg", StringComparison.Ordinal) ? KqlFunctionKind.Aggregate : KqlFunctionKind.Scalar, [f.Signature], f.Doc, Aliases(f.Name), KqlSupport.Supported, null));

    private static KqlFunctionKind Kind(FunctionSignature function) =>
        function.Has(FunctionTraits.Aggregate) ? KqlFunctionKind.Aggregate : function.Has(FunctionTraits.Window) ? KqlFunctionKind.Window : KqlFunctionKind.Scalar;

    private static string[] Aliases(string name) =>
        [.. FunctionAliases.All.Where(a => a.Value == name && SpecialForms.Documentation.All(s => s.Name != a.Key)).Select(a => a.Key).Order(StringComparer.Ordinal)];
}
