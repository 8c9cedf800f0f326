using Ashlar.Kql.Functions;
using Ashlar.Kql.Functions.Runtime;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private int _inlined;

    private BoundExpression Call(CallExpression call, RowScope row)
    {
        if (row.Lets.Find(call.Name) is LetFunction function)
            return Inline(call, function, row);
        if (call.Arguments is [NamedExpression { Names.Count: 1, Value: var value }, ..] && AutoNames.Pass(call.Name))
            call = call with { Arguments = [value, .. call.Arguments.Skip(1)] };
        if (SpecialForms.Find(call.Name) is { } special)
            return special(this, call, row);
        if (call.Name is "cluster" or "database" or "workspace" or "app")
        {
            Report(call.Span, "KQL4004", "A query here cannot reach another cluster, database or workspace.", "Name the table alone.");
            return new BoundError(KqlType.Dynamic);
        }

        var name = FunctionAliases.Canonical(call.Name);
        var aggregate = FunctionRegistry.Aggregate(name);
        var overloads = row.Aggregates && !row.InAggregate && aggregate is not null ? aggregate : FunctionRegistry.Scalar(name);
        if (overloads is null)
        {
            if (aggregate is not null)
                Report(call.NameSpan, "KQL2005", row.InAggregate ? "An aggregate cannot stand inside another." : $"The aggregate '{call.Name}' can only stand in summarize.");
            else if (IsTabular(call, row.Lets))
                Report(call.NameSpan, "KQL3007", $"'{call.Name}' gives a table; a value is expected here.", "Wrap it in toscalar().");
            else if (RefusedFunctions.Why(name) is { } why)
                Report(call.NameSpan, "KQL4003", $"The function '{call.Name}' is not supported.", why);
            else
                Report(call.NameSpan, "KQL2002", $"There is no function '{call.Name}'.", Near(call.Name, FunctionRegistry.Names.Concat(SpecialForms.Names).Concat(row.Lets.Names)));
            foreach (var argument in call.Arguments)
                if (!IsTabular(argument, row.Lets))
                    Scalar(argument, row);
            return new BoundError(KqlType.Dynamic);
        }

        if (name is "extract" or "extract_json" && call.Arguments is [.., TypeOfExpression { Columns: [{ Type: { } to }] }])
            return Convert(Call(call with { Arguments = [.. call.Arguments.SkipLast(1)] }, row), to);
        var inner = overloads[0].Has(FunctionTraits.Aggregate) ? row with { InAggregate = true } : row;
        var arguments = new BoundExpression[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Scalar(call.Arguments[i], inner);
        return Overload(call, overloads, arguments, row);
    }

    internal BoundExpression Overload(CallExpression call, FunctionSignature[] overloads, IReadOnlyList<BoundExpression> arguments, RowScope row)
    {
        if (arguments.Any(a => a is BoundError))
            return new BoundError(overloads[0].Result ?? KqlType.Dynamic);
        FunctionSignature? best = null;
        var bestScore = int.MinValue;
        foreach (var overload in overloads)
        {
            if (!overload.Takes(arguments.Count))
                continue;
            var score = 0;
            for (var i = 0; i < arguments.Count && score > int.MinValue; i++)
            {
                var one = Fit(arguments[i], overload.ParameterAt(i).Kind);
                score = one < 0 ? int.MinValue : score + one;
            }

            if (score > bestScore)
                (best, bestScore) = (overload, score);
        }

        if (best is not null)
        {
            if (best.Has(FunctionTraits.Window) && !row.Serialized)
            {
                Report(call.NameSpan, "KQL3010", $"'{call.Name}' needs rows in a stated order.", "Put '| sort by …' or '| serialize' before it.");
                return new BoundError(best.Result ?? KqlType.Dynamic);
            }

            for (var i = 0; i < arguments.Count; i++)
            {
                if (best.ParameterAt(i).Constant && arguments[i] is not BoundLiteral { Value: not null })
                {
                    Report(call.Arguments[i].Span, "KQL3012", $"'{call.Name}' wants a constant for '{best.ParameterAt(i).Name}'.");
                    return new BoundError(best.Result ?? KqlType.Dynamic);
                }

                if (best.ParameterAt(i).Name == "pattern" && arguments[i] is BoundLiteral { Value: string pattern } && Patterns.Problem(pattern) is { } problem)
                {
                    Report(call.Arguments[i].Span, "KQL3011", "The regular expression cannot be read: " + problem);
                    return new BoundError(best.Result ?? KqlType.Dynamic);
                }
            }

            return best.Name == "parse_json" && arguments[0].Type == KqlType.Dynamic ? arguments[0] : Apply(best, arguments);
        }

        Mismatch(call, overloads, arguments);
        return new BoundError(overloads[0].Result ?? KqlType.Dynamic);
    }

    private void Mismatch(CallExpression call, FunctionSignature[] overloads, IReadOnlyList<BoundExpression> arguments)
    {
        var fitting = overloads.FirstOrDefault(o => o.Takes(arguments.Count));
        if (fitting is null)
        {
            var first = overloads[0];
            Report(call.Span, "KQL3002", $"'{call.Name}' takes {Counts(first)}, not {arguments.Count}.", first.ToString());
            return;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = fitting.ParameterAt(i);
            if (Fit(arguments[i], parameter.Kind) >= 0)
                continue;
            var wanted = parameter.Kind.ToString().ToLowerInvariant();
            Report(call.Arguments[i].Span, "KQL3003", $"'{call.Name}' wants {wanted} for '{parameter.Name}', not {arguments[i].Type.Name()}.", parameter.Kind is ParameterKind.String ? "Convert with tostring()." : $"Convert with to{wanted}().");
            return;
        }
    }

    private static string Counts(FunctionSignature signature)
    {
        var most = signature.Parameters.Count;
        if (most > 0 && signature.Parameters[^1].Repeated)
            return $"at least {signature.Required} arguments";
        return signature.Required == most ? $"{most} argument{(most == 1 ? "" : "s")}" : $"{signature.Required} to {most} arguments";
    }

    /// <returns>How well an argument fits a parameter; negative when it does not.</returns>
    private static int Fit(BoundExpression argument, ParameterKind kind)
    {
        var type = argument.Type;
        var dynamic = type == KqlType.Dynamic;
        return kind switch
        {
            // A dynamic stays one rather than becoming a string.
            ParameterKind.Same => dynamic ? 2 : 1,
            ParameterKind.Any or ParameterKind.Json or ParameterKind.Text => 1,
            ParameterKind.Number => type.IsNumber() ? 3 : type == KqlType.Bool ? 0 : dynamic ? 1 : -1,
            ParameterKind.Long => type.IsInteger() ? 4 : dynamic || type is KqlType.Bool ? 1 : argument is BoundLiteral { Value: null } ? 1 : -1,
            ParameterKind.Real => type == KqlType.Real ? 4 : type.IsNumber() ? 3 : dynamic ? 1 : -1,
            ParameterKind.Decimal => type == KqlType.Decimal ? 5 : type.IsNumber() ? 1 : dynamic ? 0 : -1,
            ParameterKind.String => type == KqlType.String ? 4 : dynamic ? 1 : type == KqlType.Guid ? 0 : -1,
            ParameterKind.Bool => type == KqlType.Bool ? 4 : dynamic ? 1 : type.IsNumber() ? 0 : -1,
            ParameterKind.DateTime => type == KqlType.DateTime ? 4 : dynamic ? 1 : -1,
            ParameterKind.TimeSpan => type == KqlType.TimeSpan ? 4 : dynamic ? 0 : -1,
            ParameterKind.Guid => type == KqlType.Guid ? 4 : dynamic ? 0 : -1,
            _ => dynamic ? 4 : -1,
        };
    }

    internal static BoundExpression Apply(FunctionSignature function, IReadOnlyList<BoundExpression> arguments)
    {
        KqlType? common = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var kind = function.ParameterAt(i).Kind;
            if (kind is ParameterKind.Same or ParameterKind.Number)
            {
                var type = kind == ParameterKind.Number && arguments[i].Type == KqlType.Dynamic ? KqlType.Real
                    : kind == ParameterKind.Number && arguments[i].Type == KqlType.Bool ? KqlType.Long : arguments[i].Type;
                // A dynamic takes the type of what stands beside it.
                common = common is null or KqlType.Dynamic ? type : type == KqlType.Dynamic ? common : Common(common.Value, type);
            }
        }

        var converted = new BoundExpression[arguments.Count];
        for (var i = 0; i < arguments.Count; i++)
            converted[i] = Convert(arguments[i], Target(function.ParameterAt(i).Kind, common, arguments[i].Type));
        var result = function.Result ?? common ?? KqlType.Dynamic;
        var nullable = result != KqlType.String && !function.Has(FunctionTraits.NeverNull) && (function.Has(FunctionTraits.MayBeNull) || converted.Any(a => a.Nullable));
        return new BoundCall(function, converted, result, nullable);
    }

    private static KqlType Target(ParameterKind kind, KqlType? common, KqlType own) => kind switch
    {
        ParameterKind.Same or ParameterKind.Number => common!.Value,
        ParameterKind.Bool => KqlType.Bool,
        ParameterKind.Long => KqlType.Long,
        ParameterKind.Real => KqlType.Real,
        ParameterKind.Decimal => KqlType.Decimal,
        ParameterKind.String or ParameterKind.Text => KqlType.String,
        ParameterKind.DateTime => KqlType.DateTime,
        ParameterKind.TimeSpan => KqlType.TimeSpan,
        ParameterKind.Guid => KqlType.Guid,
        ParameterKind.Dynamic or ParameterKind.Json => KqlType.Dynamic,
        _ => own,
    };

    /// <summary>The type that values of both can have: numbers widen, anything else that differs is dynamic.</summary>
    internal static KqlType Common(KqlType a, KqlType b)
    {
        if (a == b)
            return a;
        if (a.IsNumber() && b.IsNumber())
            return a == KqlType.Decimal || b == KqlType.Decimal ? KqlType.Decimal : a == KqlType.Real || b == KqlType.Real ? KqlType.Real : KqlType.Long;
        return KqlType.Dynamic;
    }

    private BoundExpression Inline(CallExpression call, LetFunction function, RowScope row)
    {
        var inner = Arguments(call, function, row, null);
        if (inner is null)
            return new BoundError(KqlType.Dynamic);
        if (++_inlined > MaxOperators)
        {
            Report(call.Span, "KQL5001", "With its functions written out the query is too large.");
            return new BoundError(KqlType.Dynamic);
        }

        foreach (var statement in function.Syntax.Body)
        {
            if (statement is LetStatement let)
                Let(let, inner);
            else if (statement is QueryStatement query)
                return IsTabular(query.Query, inner) ? TabularValue(call) : Scalar(query.Query, row with { Lets = inner, Columns = [], Right = null });
        }

        Report(call.Span, "KQL3008", $"The function '{call.Name}' gives no value.");
        return new BoundError(KqlType.Dynamic);
    }

    private BoundError TabularValue(CallExpression call)
    {
        Report(call.Span, "KQL3007", $"'{call.Name}' gives a table; a value is expected here.", "Wrap it in toscalar().");
        return new BoundError(KqlType.Dynamic);
    }

    private Scope? Arguments(CallExpression call, LetFunction function, RowScope row, Func<Relation>? input)
    {
        var inner = new Scope(function.Home);
        var next = 0;
        foreach (var parameter in function.Syntax.Parameters)
        {
            if (input is not null && parameter.Table is not null)
            {
                inner.Add(parameter.Name, new LetInput(input));
                input = null;
                continue;
            }

            var given = call.Arguments.OfType<NamedExpression>().FirstOrDefault(n => n.Names.Count == 1 && n.Names[0].Name == parameter.Name)?.Value;
            if (given is null && next < call.Arguments.Count && call.Arguments[next] is not NamedExpression)
                given = call.Arguments[next++];
            given ??= parameter.Default;
            if (given is null)
            {
                Report(call.Span, "KQL3002", $"'{call.Name}' is called without its argument '{parameter.Name}'.");
                return null;
            }

            if (parameter.Table is not null)
                inner.Add(parameter.Name, new LetTable(given, row.Lets));
            else
                inner.Add(parameter.Name, new LetScalar(Coerce(Scalar(given, row), parameter.Type ?? KqlType.Dynamic, given.Span)));
        }

        if (next < call.Arguments.Count && call.Arguments[next] is not NamedExpression)
            Report(call.Arguments[next].Span, "KQL3002", $"'{call.Name}' takes {function.Syntax.Parameters.Count} arguments, not {call.Arguments.Count}.");
        return inner;
    }
}
