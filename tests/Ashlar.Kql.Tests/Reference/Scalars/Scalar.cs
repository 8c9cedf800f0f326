using System.Collections.Immutable;
using System.Globalization;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>An expression that prints itself as KQL and works itself out in plain C#.</summary>
/// <param name="Form">The KQL text; <c>{0}</c> stands for the first part.</param>
/// <param name="Apply">The value, from the values of the parts.</param>
internal sealed record Scalar(KqlType Type, string Form, ImmutableArray<Scalar> Parts, Func<object?[], object?> Apply)
{
    /// <summary>Name of the column that this leaf reads; null for anything else.</summary>
    public string? Column { get; private init; }

    public string Text => Parts.IsEmpty ? Form : string.Format(CultureInfo.InvariantCulture, Form, [.. Parts.Select(p => p.Text)]);

    public object? Value(Row row) => Column is { } name ? row[name] : Apply([.. Parts.Select(p => p.Value(row))]);

    public static Scalar Read(KqlColumn column) => new(column.Type, Quote(column.Name), [], _ => null) { Column = column.Name };

    public static Scalar Call(KqlType type, string form, Func<object?[], object?> apply, params Scalar[] parts) => new(type, form, [.. parts], apply);

    public static string Quote(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name is not ("where" or "and") ? name : "['" + name + "']";

    /// <summary>Simpler expressions of the same type, simplest first.</summary>
    public IEnumerable<Scalar> Smaller()
    {
        foreach (var part in Descendants().Where(d => d.Type == Type))
            yield return part;
        for (var i = 0; i < Parts.Length; i++)
        {
            foreach (var part in Parts[i].Smaller())
                yield return this with { Parts = Parts.SetItem(i, part) };
        }
    }

    private IEnumerable<Scalar> Descendants() => Parts.Concat(Parts.SelectMany(p => p.Descendants()));
}
