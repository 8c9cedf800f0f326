using System.Globalization;
using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Execution;

public sealed class ScanTests
{
    private const string Values =
        """
        range i from 1 to 5000 step 1
        | extend text = iff(i % 3 == 0, '', strcat('ä text that does not lie in the row itself ', i)), short = tostring(i)
        | extend bag = iff(i % 7 == 0, dynamic(null), bag_pack('a', i)), flag = iff(i % 5 == 0, bool(null), i % 2 == 0), at = iff(i % 11 == 0, datetime(null), datetime(2024-01-01) + i * 1h)
        | order by i asc
        """;

    [Fact]
    public void A_scan_shows_what_a_query_gives_over_several_blocks_of_rows()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        var query = Ask.Compile(Values);
        var expected = database.Run(query, KqlBudget.Default, CancellationToken.None).Rows.Select(r => Line((long?)r[0], (string)r[1]!, (string)r[2]!, r[3] as string ?? "", (bool?)r[4], (DateTime?)r[5])).ToList();
        var seen = new List<string>();
        database.Scan(query, row => seen.Add(Line(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Bool(4), row.Time(5))), CancellationToken.None);
        Assert.Equal(5000, seen.Count);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void A_column_of_a_type_that_cannot_be_scanned_is_refused_before_the_first_row()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        Assert.Throws<NotSupportedException>(() => database.Scan(Ask.Compile("print x = 1.5"), _ => Assert.Fail("a row"), CancellationToken.None));
    }

    [Fact]
    public void A_cancelled_scan_ends()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        using var source = new CancellationTokenSource();
        var endless = Ask.Compile("range i from 1 to 10000000 step 1 | extend text = strcat('a', i)");
        Assert.ThrowsAny<OperationCanceledException>(() => database.Scan(endless, _ => source.Cancel(), source.Token));
    }

    [Fact]
    public void A_database_goes_on_after_a_scan_whose_reader_gave_up()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        Assert.Throws<InvalidOperationException>(() => database.Scan(Ask.Compile(Values), _ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Single(database.Run(Ask.Compile("print 1"), KqlBudget.Default, CancellationToken.None).Rows);
    }

    [Fact]
    public void Memory_past_the_limit_gives_a_message_of_ours()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1, 40_000_000));
        database.Lock();
        var greedy = Ask.Compile("range i from 1 to 20000000 step 1 | summarize make_list(strcat('a rather long text to fill the memory with ', i))");
        var stopped = Assert.Throws<KqlRunException>(() => database.Scan(greedy, _ => { }, CancellationToken.None));
        Assert.Equal("KQL6002", stopped.Code);
    }

    private static string Line(long? number, string text, string @short, string bag, bool? flag, DateTime? at) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}|{text}|{@short}|{bag}|{flag}|{at:O}");
}
