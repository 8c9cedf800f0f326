using Ashlar.Graph.Access.Conditions.Syntax;

namespace Ashlar.Graph.Access.Conditions;

/// <summary>
/// Condition of a role assignment or of one permission of a role, version 2.0.
/// Source: learn.microsoft.com/azure/role-based-access-control/conditions-format.
/// </summary>
internal sealed class AccessCondition
{
    private readonly ConditionNode? _root;

    private AccessCondition(string text, ConditionNode? root, string? problem, IReadOnlyList<AttributeOperand> operands)
    {
        Text = text;
        Problem = problem;
        _root = root;
        ReadsResource = problem is not null || operands.Any(o => o.Source == AttributeSource.Resource);
        Attributes = [.. operands.Select(o => o.ToString()).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public string Text { get; }

    /// <summary>Why the text could not be read, with the position; such a condition is undecidable for every action.</summary>
    public string? Problem { get; }

    /// <summary>Whether the answer may differ between resources; so too when the text could not be read.</summary>
    public bool ReadsResource { get; }

    /// <summary>As written, each once, in order: @Request[Microsoft.Authorization/roleAssignments:PrincipalType].</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>A blank text restricts nothing, as no condition does.</summary>
    public static AccessCondition Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new(text, null, null, []);
        var tokens = ConditionLexer.Read(text, out var problem);
        if (problem is not null)
            return new(text, null, problem, []);
        var parser = new ConditionParser(tokens);
        var root = parser.Parse();
        return new(text, root, parser.Problem, root is null ? [] : parser.Attributes);
    }

    /// <summary>Whether this condition lets the concrete action through. Unknown when that hangs on something not known.</summary>
    public Truth Evaluate(string action, IAttributes attributes)
    {
        if (Problem is not null)
            return Truth.Unknown;
        return _root?.Evaluate(new Attempt(action, attributes), negated: false) ?? Truth.True;
    }
}
