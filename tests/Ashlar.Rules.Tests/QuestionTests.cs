using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules.Tests;

/// <summary>A query that cannot be answered is an error of the run, told with the file; never a verdict.</summary>
public sealed class QuestionTests
{
    private static Answer Ask(Func<BoundControl, BoundControl> spoil)
    {
        var control = SampleControl.Load();
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<System.Text.Json.Nodes.JsonObject>>
        {
            ["resources"] = [control.Cases[0].Rows[0].Values],
        });
        var bound = BoundControl.Bind(control, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        return Question.Ask(spoil(bound), new ControlReads(bound.Scope.Reads, bound.Query!.Reads), snapshot, withRows: true, CancellationToken.None);
    }

    private static KqlCompilation Broken(KqlCompilation whole) => whole with { Sql = "SELECT error('no')" };

    [Fact]
    public void A_query_that_cannot_finish_leaves_the_population_and_says_why()
    {
        var answer = Ask(bound => bound with { Query = Broken(bound.Query!) });
        Assert.Equal((RunCodes.QueryFailed, DiagnosticLevel.Error, "controls/search/search-keys-off/query.kql"), (answer.Failure!.Code, answer.Failure.Level, answer.Failure.File));
        Assert.Single(answer.Scope!.Rows);
        Assert.Null(answer.Rows);
        Assert.DoesNotContain("SELECT", answer.Failure.Message);
    }

    [Fact]
    public void A_scope_that_cannot_finish_says_why()
    {
        var answer = Ask(bound => bound with { Scope = Broken(bound.Scope) });
        Assert.Equal((RunCodes.ScopeFailed, "controls/search/search-keys-off/control.yaml"), (answer.Failure!.Code, answer.Failure.File));
        Assert.Null(answer.Scope);
    }

    [Fact]
    public void A_query_that_does_not_bind_against_these_tables_says_where()
    {
        var answer = Ask(bound => bound with { Query = bound.Query! with { Diagnostics = [new KqlDiagnostic("KQL1", "There is no such column.", 3, 7, 1, null)] } });
        Assert.Equal((RunCodes.QueryFailed, 3, 7), (answer.Failure!.Code, answer.Failure.Line, answer.Failure.Column));
        Assert.Null(answer.Rows);
    }
}
