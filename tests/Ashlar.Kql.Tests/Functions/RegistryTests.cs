using Ashlar.Kql.Functions;
using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Functions;

public sealed class RegistryTests
{
    private static readonly Dictionary<ParameterKind, string> Samples = new()
    {
        [ParameterKind.Any] = "x",
        [ParameterKind.Same] = "x",
        [ParameterKind.Number] = "x",
        [ParameterKind.Bool] = "b",
        [ParameterKind.Long] = "x",
        [ParameterKind.Real] = "r",
        [ParameterKind.String] = "s",
        [ParameterKind.DateTime] = "t",
        [ParameterKind.TimeSpan] = "p",
        [ParameterKind.Guid] = "g",
        [ParameterKind.Dynamic] = "d",
        [ParameterKind.Decimal] = "e",
        [ParameterKind.Json] = "x",
        [ParameterKind.Text] = "s",
    };

    private const string Table = "datatable(x:long, b:bool, r:real, s:string, t:datetime, p:timespan, g:guid, d:dynamic, e:decimal)"
        + "[5, true, 1.5, 'abc', datetime(2024-01-31), 1h, guid(74be27de-1e4e-49d9-b579-fe0b331d3642), dynamic([1, 2]), decimal(1.5), "
        + "long(null), bool(null), real(null), '', datetime(null), timespan(null), guid(null), dynamic(null), decimal(null), "
        + "-9223372036854775807, false, real(-inf), '(((', datetime(9999-12-31), 10675199d, guid(74be27de-1e4e-49d9-b579-fe0b331d3642), dynamic({'a': 1}), decimal(-1)]";

    public static TheoryData<string, int> Rows()
    {
        var rows = new TheoryData<string, int>();
        foreach (var function in FunctionRegistry.All.Where(f => char.IsLetter(f.Name[0]) && !f.Name.StartsWith("op:", StringComparison.Ordinal)))
        {
            var most = function.Parameters.Count + (function.Parameters.Count > 0 && function.Parameters[^1].Repeated ? 1 : 0);
            foreach (var count in new[] { function.Required, most }.Distinct())
                if (function.Takes(count))
                    rows.Add(function.ToString(), count);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_function_runs_over_values_nulls_and_extremes(string signature, int arguments)
    {
        var function = FunctionRegistry.All.First(f => f.ToString() == signature);
        var call = function.Name + "(" + string.Join(", ", Enumerable.Range(0, arguments).Select(i => function.ParameterAt(i).Constant ? "50" : Samples[function.ParameterAt(i).Kind])) + ")";
        var query = function.Name is "arg_max" or "arg_min" ? $"{Table} | summarize {call}"
            : function.Has(FunctionTraits.Aggregate) ? $"{Table} | summarize y = {call}"
            : $"{Table} | serialize | extend y = {call} | project y";
        var result = Ask.Result(query);
        Assert.Equal(function.Has(FunctionTraits.Aggregate) ? 1 : 3, result.Rows.Count);
    }

    [Fact]
    public void Every_row_of_the_registry_is_documented() => Assert.All(FunctionRegistry.All, f => Assert.False(string.IsNullOrWhiteSpace(f.Doc)));

    [Fact]
    public void Every_alias_names_a_function() =>
        Assert.All(FunctionAliases.All, a => Assert.True(FunctionRegistry.Scalar(a.Value) is not null || FunctionRegistry.Aggregate(a.Value) is not null || Ashlar.Kql.Binding.SpecialForms.Find(a.Value) is not null, a.Key));
}
