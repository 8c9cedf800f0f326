using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Execution;

public sealed class ResultTests
{
    [Fact]
    public void Values_are_right_whether_the_row_before_had_the_same_or_another()
    {
        var rows = Run(
            """
            range i from 0 to 2999 step 1
            | extend few = strcat('ä ', i % 3), ascii = strcat('kind-', i % 2), none = iff(i % 2 == 0, '', 'x'), number = i % 4, flag = i % 2 == 0
            | extend real = iff(i % 2 == 0, 0.5, -0.5), at = datetime(2024-01-01) + (i % 5) * 1d, span = (i % 2) * 1h, bag = iff(i % 2 == 0, dynamic(null), bag_pack('a', i % 2)), small = toint(i % 2)
            | order by i asc
            """);
        Assert.Equal(3000, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var odd = i % 2 == 1;
            object?[] expected =
            [
                (long)i, $"ä {i % 3}", $"kind-{i % 2}", odd ? "x" : "", (long)(i % 4), !odd, odd ? -0.5 : 0.5, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i % 5), TimeSpan.FromHours(i % 2),
                odd ? "{\"a\":1}" : null, i % 2,
            ];
            Assert.Equal(expected, rows[i]);
        }
    }

    [Fact]
    public void What_DuckDB_holds_otherwise_is_read_too() =>
        Assert.Equal([1.5m, Guid.Parse("74be27de-1e4e-49d9-b579-fe0b331d3642"), 1L], Assert.Single(Run("print a = decimal(1.5), b = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), c = 1")));

    private static IReadOnlyList<object?[]> Run(string text)
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        return database.Run(Ask.Compile(text), KqlBudget.Default, CancellationToken.None).Rows;
    }
}
