using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Meaning;

/// <summary>What the reference evaluator, Microsoft's binder, the real queries and the mutated ones have found, each in its smallest form.</summary>
public sealed class RegressionTests
{
    private const KqlDialect Logs = KqlDialect.LogAnalytics;

    [Theory]
    [InlineData("datatable(k:int)[1, 2] | join kind=leftouter (datatable(k:int)[1] | extend flag = 1) on k | project k, flag | sort by k asc", "1|1;2|null")]
    [InlineData("datatable(k:int)[1] | join kind=fullouter (datatable(j:int)[7] | project p = 3, q = true) on $left.k == $right.p | project k, p, q | sort by k asc nulls last", "1|null|null;null|3|true")]
    [InlineData("datatable(k:int)[1] | join kind=rightouter (datatable(k:int)[2]) on k | project k, k1", "null|2")]
    public void A_constant_on_the_far_side_of_an_outer_join_is_null_without_a_match(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("datatable(a:int)[1, 2] | count | count", "1")]
    [InlineData("datatable(a:int)[1, 2] | summarize dcount(a) | count", "1")]
    [InlineData("datatable(a:int)[1, 2] | summarize avg(a) | project x = 'one'", "one")]
    [InlineData("datatable(a:int)[] | union (datatable(b:int)[1, 2] | summarize m = min(b)) | project p = time(null)", "null")]
    public void Rows_of_a_summary_are_counted_though_nothing_of_it_is_read(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("datatable(a:int)[2, 1] | extend p = 638447572200000001 | sort by p desc, a asc | project a", "1;2")]
    [InlineData("datatable(a:int, b:int)[1, 9, 2, 8] | extend p = 1 | sort by p asc, b asc | project b", "8;9")]
    [InlineData("datatable(a:int)[1, 2] | extend p = datetime(2024-01-01) | summarize by p | count", "1")]
    [InlineData("datatable(a:int)[1, 2] | extend p = 2 | distinct p", "2")]
    [InlineData("datatable(a:int)[1, 2] | extend p = 'x' | top 1 by p | count", "1")]
    [InlineData("datatable(a:int)[1, 2] | extend p = 'it\\'s' | sort by p asc | project p | take 1", "it's")]
    [InlineData("datatable(a:int)[1, 1] | extend p = 1 | join (datatable(q:int)[1] | extend p = 1) on p | count", "1")]
    public void A_constant_as_a_key_or_an_order_is_a_value_and_no_position(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("datatable(a:real)[] | summarize avg(a)", "NaN")]
    [InlineData("datatable(a:int)[] | summarize make_list(a), make_set(a)", "[]|[]")]
    [InlineData("datatable(a:int)[int(null)] | summarize make_list_if(a, true), sum(a)", "[]|0")]
    public void An_aggregation_of_nothing_has_its_documented_default(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("print indexof('foo', 'oo')", "1")]
    [InlineData("print isnotnull(7 !in ((datatable(c:int)[10])))", "true")]
    [InlineData("print decimal(500.0005) * 100", "50000.05")]
    [InlineData("let n = toscalar(datatable(a:int)[1, 2] | count); print decimal(1.25) + n", "3.25")]
    [InlineData("let n = toscalar(datatable(t:datetime)[datetime(2024-01-01)]); print n + 1d", "2024-01-02T00:00:00.0000000Z")]
    [InlineData("print -9223372036854775807 % 5", "3")]
    [InlineData("print replace(@'/config/web$', '', '/sites/a/config/web')", "/sites/a")]
    [InlineData("print iff(1 == 1, dynamic({'a': 7}).a, 'none')", "7")]
    public void Scalars_mean_what_the_reference_says(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("print a = real(1.5) + decimal(1)", "a:Decimal")]
    [InlineData("datatable(t:dynamic)[dynamic({'a': 1})] | summarize any(t), take_any(t)", "any_t:Dynamic,t:Dynamic")]
    [InlineData("print x = iff(true, dynamic(1), 'a'), y = iff(true, dynamic(1), 2)", "x:String,y:Long")]
    [InlineData("datatable(a:int, b:int)[] | union (datatable(b:string, a:real, c:int)[])", "a_int:Int,a_real:Real,b_int:Int,b_string:String,c:Int")]
    [InlineData("datatable(x:long)[] | union (datatable(x:int)[]), (datatable(x_long:long)[])", "x_long1:Long,x_int:Int,x_long:Long")]
    [InlineData("datatable(s:string, t:datetime, l:long)[] | summarize by strlen(s), startofday(t), startofweek(t)", "strlen_s:Long,t:DateTime,Column1:DateTime")]
    [InlineData("datatable(l:long)[] | summarize percentiles(l, 50, 99.9)", "percentile_l_50:Long,percentile_l_99_9:Long")]
    [InlineData("datatable(l:long, s:string)[] | summarize bin(sum(l), 0.01), round(avg(l), 2), tostring(max(l)), toint(dcount(s)), floor(count(), 5)", "sum_l:Real,avg_l:Real,max_l:String,dcount_s:Int,count_:Long")]
    [InlineData("datatable(s:string, d:dynamic)[] | project tostring(Group = split(s, '/', 4)), split(s, '/')[-1], d[s]", "Group:String,s_:Dynamic,d_:Dynamic")]
    [InlineData("datatable(l:long, s:string)[] | summarize arg_max(Last = l, Text = s)", "Last:Long,Text:String")]
    public void Columns_have_the_names_and_types_that_microsofts_binder_gives(string query, string columns) =>
        Assert.Equal(columns, string.Join(",", Ask.Compile(query, Logs).Columns.Select(c => c.Name + ":" + c.Type)));

    [Theory]
    [InlineData("datatable(d:dynamic)[dynamic(9), dynamic(10), dynamic(-2), dynamic(null), dynamic('x')] | sort by d asc", "null;-2;9;10;\"x\"")]
    [InlineData("datatable(d:dynamic)[dynamic(9), dynamic(10), dynamic(-2.5)] | summarize max(d), min(d), arg_max(d, d1 = d), maxif(d, true)", "10|-2.5|10|10|10")]
    [InlineData("datatable(d:dynamic)[dynamic(9), dynamic(10)] | top 1 by d", "10")]
    [InlineData("print d = dynamic({'a':9,'b':10}) | project max_of(d.a, d.b), min_of(d.a, d.b)", "10|9")]
    public void Dynamics_are_ordered_by_their_values_and_not_by_their_text(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("datatable(n:long, b:bool)[4688, true, 1, false] | where n == '4688' and b == 'True' and 1.5 != '2' | count", "1")]
    public void A_constant_that_reads_as_the_other_sides_type_is_taken_for_it(string query, string rows) => Assert.Equal(rows, Ask.Rows(query, Logs));

    [Theory]
    [InlineData("datatable(n:long)[1] | where n == 'x'")]
    [InlineData("datatable(n:long, s:string)[1, '1'] | where n == s")]
    [InlineData("datatable(b:bool)[true] | summarize countif(b = true)")]
    public void What_does_not_read_so_is_refused(string query) => Assert.NotEmpty(Ask.Problems(query, dialect: Logs));

    [Fact]
    public void A_query_cut_off_in_a_hint_ends_in_a_diagnostic() =>
        Assert.NotEmpty(Ask.Problems("datatable(k: string)['a'] | as hint.m"));

    // Over a stored table: DuckDB rewrites the comparison only where it has statistics.
    [Theory]
    [InlineData("U | where toint(l) > int(1)", 0)]
    [InlineData("U | where toint(l) < int(1)", 0)]
    [InlineData("U | where toint(m) > int(1)", 0)]
    [InlineData("U | where tolong(m) > 1", 1)]
    [InlineData("U | where isnull(toint(l))", 2)]
    public void A_number_too_large_for_its_type_is_null_under_a_comparison(string query, int rows)
    {
        var table = new KqlTable("U", [new("l", KqlType.Long), new("m", KqlType.Decimal)]);
        using var database = KqlDatabase.InMemory();
        using var command = database.Connection.CreateCommand();
        command.CommandText = "CREATE TABLE \"U\" (l BIGINT, m DECIMAL(38, 10)); INSERT INTO \"U\" VALUES (3000000000, 123456789012345678901), (-3000000000, 3000000000);";
        command.ExecuteNonQuery();
        var result = database.Run(Ask.Compile(query, Logs, new KqlCatalog([table])), KqlBudget.Default, CancellationToken.None);
        Assert.Equal(rows, result.Rows.Count);
    }

    [Fact]
    public void A_column_renamed_onto_another_is_refused() =>
        Assert.Contains(Ask.Problems("print a = 1, b = 2 | project-rename a = b"), p => p.Code == "KQL2004");

    [Fact]
    public void One_column_cannot_be_expanded_twice_side_by_side() =>
        Assert.Contains(Ask.Problems("print a = dynamic([1]) | mv-expand a to typeof(long), a to typeof(real)"), p => p.Code == "KQL2004");

    [Fact]
    public void Half_a_character_is_refused_where_it_stands() =>
        Assert.Equal(("KQL1012", 10), Ask.Problems("print x = \ud800") is [var only] ? (only.Code, only.Column - 1) : default);

    [Fact]
    public void Lets_that_double_each_other_are_refused()
    {
        var lets = string.Concat(Enumerable.Range(1, 60).Select(i => $"let v{i} = v{i - 1} + v{i - 1};\n"));
        Assert.Contains(Ask.Problems("let v0 = 1;\n" + lets + "print v60"), p => p.Code == "KQL5001");
    }

    [Fact]
    public void A_pipe_of_thousands_of_operators_is_refused_on_a_small_stack()
    {
        var codes = new List<string>();
        var thread = new Thread(() => codes.AddRange(Ask.Problems("print 1" + string.Concat(Enumerable.Repeat(" | extend a = 1", 3_000))).Select(p => p.Code)), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(["KQL5001"], codes.Distinct());
    }

    [Fact]
    public void Thousands_of_alternatives_are_refused_before_the_planner_sees_them() =>
        Assert.Contains(Ask.Problems("print " + string.Join(" or ", Enumerable.Repeat("1 == 2", 20_000))), p => p.Code is "KQL5004" or "KQL5001");
}
