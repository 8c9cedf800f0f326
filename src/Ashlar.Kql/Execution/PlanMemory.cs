using System.Globalization;
using DuckDB.NET.Data;

namespace Ashlar.Kql.Execution;

/// <summary>Queries that one connection has prepared. DuckDB plans them anew when tables come or go.</summary>
internal sealed class PlanMemory(DuckDBConnection connection)
{
    private readonly Dictionary<KqlCompilation, string> _names = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statement that runs the query.</summary>
    public string Statement(KqlCompilation query)
    {
        if (!_names.TryGetValue(query, out var name))
        {
            name = "plan" + _names.Count.ToString(CultureInfo.InvariantCulture);
            using var command = connection.CreateCommand();
            command.CommandText = $"PREPARE {name} AS {query.Sql}";
            command.ExecuteNonQuery();
            _names[query] = name;
        }

        return "EXECUTE " + name;
    }
}
