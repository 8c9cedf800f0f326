using System.Text.Json;
using Ashlar.Kql.Tests.Reference;
using CsCheck;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>The random queries of the reference evaluator with the columns it expects, one JSON object a line, for another binder to judge.</summary>
internal static class ReferenceQueries
{
    public static void Write(TextWriter output, int count)
    {
        var source = new CaseSource();
        for (var i = 0; i < count; i++)
        {
            var test = source.Generate(new PCG((uint)i, 20250301), null, out _);
            output.WriteLine(JsonSerializer.Serialize(new
            {
                id = "reference-" + i,
                query = test.Text,
                tables = test.World.Tables.ToDictionary(t => t.Key, t => t.Value.Columns.ToDictionary(c => c.Name, c => Literals.Name(c.Type))),
                columns = test.Expected().Columns.Select(c => new { name = c.Name, type = Literals.Name(c.Type) }),
            }));
        }
    }
}
