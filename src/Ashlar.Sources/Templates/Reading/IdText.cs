using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Templates.Reading;

/// <summary>
/// Texts of ids and names as Microsoft's evaluator leaves them when the subscription is not known: functions of ids around what is known. The deployment's
/// own subscription and group become those of the file.
/// </summary>
internal sealed class IdText(string scope)
{
    private const int MaxDepth = 100;
    private readonly string _subscription = ResourceIds.SubscriptionId(scope)!;
    private readonly string _group = ResourceIds.ResourceGroup(scope)!;

    /// <summary>A text with <c>{…}</c> where it is known only at deployment; whole = there is no such place.</summary>
    public (string Text, bool IsWhole) Of(string text)
    {
        if (TemplateScope.ExpressionIn(text) is not { } inner || Expression.Parse(inner) is not { } expression)
        {
            return TemplateScope.ExpressionIn(text) is { } unread ? (Expression.Placeholder(unread), false) : (text, true);
        }

        var isWhole = true;
        return (Render(expression, ref isWhole, 0), isWhole);
    }

    /// <summary>The id that a value says by a function of ids; null when it is something else or has a part that is not known.</summary>
    public string? Id(string text)
    {
        if (TemplateScope.ExpressionIn(text) is not { } inner || Expression.Parse(inner) is not Expression.Call call || !IsOfIds(call))
        {
            return null;
        }

        var isWhole = true;
        var id = Render(call, ref isWhole, 0);
        return isWhole && id.StartsWith('/') ? id : null;
    }

    private static bool IsOfIds(Expression.Call call) => call.Name.EndsWith("ResourceId", StringComparison.OrdinalIgnoreCase) || call.Name.Equals("resourceId", StringComparison.OrdinalIgnoreCase)
        || (call.Name.Equals("concat", StringComparison.OrdinalIgnoreCase) && call.Arguments is [Expression.Text { Value: "/subscriptions/" }, ..])
        || (call is { Name: "format", Arguments: [Expression.Text format, Expression.Call first, ..] } && format.Value.StartsWith("{0}", StringComparison.Ordinal) && IsOfIds(first))
        || (call is { Name: "if", Arguments: [_, Expression.Call, Expression.Call other] } && IsOfIds(other));

    private string Render(Expression expression, ref bool isWhole, int depth)
    {
        if (depth > MaxDepth)
        {
            isWhole = false;
            return expression.Placeholder();
        }

        switch (expression)
        {
            case Expression.Text text:
                return text.Value;
            case Expression.Number number:
                return number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case Expression.Member { Of: Expression.Call { Name: "subscription", Arguments.Count: 0 }, Name: "subscriptionId" }:
                return _subscription;
            case Expression.Member { Of: Expression.Call { Name: "resourceGroup", Arguments.Count: 0 }, Name: "name" }:
                return _group;
            case Expression.Index { At: Expression.Number at, Of: Expression.Call { Name: "filter" or "split" } of } when Segments(of, ref isWhole, depth) is { } segments && at.Value >= 0 && at.Value < segments.Length:
                return segments[at.Value];
            case Expression.Call call when Call(call, ref isWhole, depth) is { } rendered:
                return rendered;
            default:
                isWhole = false;
                return expression.Placeholder();
        }
    }

    private string? Call(Expression.Call call, ref bool isWhole, int depth)
    {
        switch (call.Name.ToLowerInvariant())
        {
            case "resourceid":
                return ResourceId(call, ref isWhole, depth);
            case "subscriptionresourceid" when TypeAt(call) is 0 or 1:
                var subscription = TypeAt(call) == 0 ? _subscription : Render(call.Arguments[0], ref isWhole, depth + 1);
                return "/subscriptions/" + subscription + Below(call, TypeAt(call), ref isWhole, depth);
            case "tenantresourceid" when TypeAt(call) == 0:
                return Below(call, 0, ref isWhole, depth);
            case "managementgroupresourceid" when TypeAt(call) is 0 or 1:
                var group = TypeAt(call) == 0 ? _group : Render(call.Arguments[0], ref isWhole, depth + 1);
                return "/providers/Microsoft.Management/managementGroups/" + group + Below(call, TypeAt(call), ref isWhole, depth);
            case "extensionresourceid" when call.Arguments.Count > 2:
                return Render(call.Arguments[0], ref isWhole, depth + 1) + Below(call, 1, ref isWhole, depth);
            case "concat":
                var text = "";
                foreach (var argument in call.Arguments)
                {
                    text += Render(argument, ref isWhole, depth + 1);
                }

                return text;
            case "format" when call.Arguments is [Expression.Text format, ..]:
                return Format(format.Value, call, ref isWhole, depth);
            case "if" when call.Arguments is [Expression.Call condition, var yes, var no]:
                return Holds(condition, depth) is { } holds ? Render(holds ? yes : no, ref isWhole, depth + 1) : null;
            default:
                return null;
        }
    }

    private string? ResourceId(Expression.Call call, ref bool isWhole, int depth)
    {
        var at = TypeAt(call);
        if (at is < 0 or > 2)
        {
            return null;
        }

        var subscription = at == 2 ? Render(call.Arguments[0], ref isWhole, depth + 1) : _subscription;
        var group = at > 0 ? Render(call.Arguments[at - 1], ref isWhole, depth + 1) : _group;
        return $"/subscriptions/{subscription}/resourceGroups/{group}" + Below(call, at, ref isWhole, depth);
    }

    /// <summary>The argument that is a type: <c>a.b/c</c>.</summary>
    private static int TypeAt(Expression.Call call) => call.Arguments.Index()
        .Where(a => a.Item is Expression.Text { Value: var text } && text.Contains('/', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal) && !text.StartsWith('/'))
        .Select(a => a.Index).DefaultIfEmpty(-1).First();

    private string Below(Expression.Call call, int typeAt, ref bool isWhole, int depth)
    {
        var names = new List<string>();
        foreach (var argument in call.Arguments.Skip(typeAt + 1))
        {
            names.Add(Render(argument, ref isWhole, depth + 1));
        }

        var type = ((Expression.Text)call.Arguments[typeAt]).Value;
        return type.Equals("Microsoft.Resources/resourceGroups", StringComparison.OrdinalIgnoreCase) && names.Count == 1 ? "/resourceGroups/" + names[0] : SyntheticIds.Below("", type, names);
    }

    private string Format(string format, Expression.Call call, ref bool isWhole, int depth)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var end = format[i] == '{' ? format.IndexOf('}', i) : -1;
            if (end > i && int.TryParse(format.AsSpan(i + 1, end - i - 1), System.Globalization.CultureInfo.InvariantCulture, out var at) && at >= 0 && at + 1 < call.Arguments.Count)
            {
                text.Append(Render(call.Arguments[at + 1], ref isWhole, depth + 1));
                i = end;
            }
            else
            {
                // Escaped braces and formats with a width are not written out here.
                isWhole &= format[i] is not ('{' or '}');
                text.Append(format[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>Comparisons that the evaluator leaves around ids whose first character is known all the same.</summary>
    private bool? Holds(Expression.Call condition, int depth)
    {
        var isWhole = true;
        return condition switch
        {
            { Name: "startsWith", Arguments: [var of, Expression.Text { Value: "/" }] } when Render(of, ref isWhole, depth + 1) is [not '{', ..] text => text[0] == '/',
            { Name: "equals", Arguments: [var of, Expression.Text { Value: "/" }] } when Render(of, ref isWhole, depth + 1) is [not '{', ..] text && (isWhole || text.Length > 1) => text == "/",
            _ => null,
        };
    }

    private string[]? Segments(Expression.Call call, ref bool isWhole, int depth) => call switch
    {
        { Name: "filter", Arguments: [Expression.Call { Name: "split" } split, ..] } => Segments(split, ref isWhole, depth + 1),
        { Name: "split", Arguments: [var of, Expression.Text { Value: "/" }] } => Render(of, ref isWhole, depth + 1).Split('/', StringSplitOptions.RemoveEmptyEntries),
        _ => null,
    };
}
