using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Tests.Functions;

/// <summary>What the language page says of each operator and function is so.</summary>
public sealed class LanguageTests
{
    private const string Before = "let T = datatable(Name:string, Size:long, Tags:dynamic, At:datetime)['web-1', 20, dynamic(['a']), datetime(2026-01-02)]; let F = (X:(Name:string)) { X | project Name }; ";

    public static TheoryData<string> Operators => [.. KqlLanguage.Operators.Where(o => o.Support != KqlSupport.Refused).Select(o => o.Name)];

    public static TheoryData<string> RefusedOperators => [.. KqlLanguage.Operators.Where(o => o.Support == KqlSupport.Refused).Select(o => o.Name)];

    public static TheoryData<string, KqlFunctionKind> RefusedFunctions
    {
        get
        {
            var data = new TheoryData<string, KqlFunctionKind>();
            foreach (var function in KqlLanguage.Functions.Where(f => f.Support == KqlSupport.Refused))
                data.Add(function.Name, function.Kind);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void The_example_of_an_operator_runs(string name)
    {
        var example = KqlLanguage.Operators.Single(o => o.Name == name).Example;
        Assert.StartsWith(name, example, StringComparison.Ordinal);
        var query = Before + (name is "print" or "range" ? "" : "T | ") + example;
        Assert.Empty(Compile(query).Diagnostics);
        Support.Ask.Result(query);
    }

    [Theory]
    [MemberData(nameof(RefusedOperators))]
    public void A_refused_operator_says_why(string name)
    {
        var problem = Assert.Single(Compile(Before + "T | " + name + " x").Diagnostics);
        Assert.Equal(("KQL4003", KqlLanguage.Operators.Single(o => o.Name == name).Note), (problem.Code, problem.Hint));
    }

    [Theory]
    [MemberData(nameof(RefusedFunctions))]
    public void A_refused_function_says_why(string name, KqlFunctionKind kind)
    {
        var problem = Assert.Single(Compile(Before + (kind == KqlFunctionKind.Plugin ? $"T | evaluate {name}(Tags)" : $"T | extend x = {name}(Size)")).Diagnostics);
        Assert.Equal(("KQL4003", KqlLanguage.Functions.Single(f => f.Name == name && f.Kind == kind).Note), (problem.Code, problem.Hint));
    }

    [Fact]
    public void No_function_is_told_of_twice() =>
        Assert.Empty(KqlLanguage.Functions.GroupBy(f => (f.Name, f.Kind)).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_word_between_values_has_a_line() => Assert.All(Parser.WordOperators, w => Assert.False(string.IsNullOrWhiteSpace(w.Value)));

    private static KqlCompilation Compile(string query) =>
        KqlCompiler.Compile(query, KqlCatalog.Empty, new KqlOptions(KqlDialect.LogAnalytics, new DateTime(2026, 1, 3, 0, 0, 0, DateTimeKind.Utc)));
}
