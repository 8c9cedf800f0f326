using System.Text;

namespace Ashlar.Reports.Tests;

public class GoldenTests
{
    [Fact]
    public void Findings_json_is_as_agreed() => Golden.Check("findings.json", Sample.Run(f => new FindingsJsonWriter(f)));

    [Fact]
    public void Sarif_is_as_agreed() => Golden.Check("report.sarif", Sample.Run(f => new SarifWriter(f)));

    [Fact]
    public void The_terminal_summary_is_as_agreed() => Golden.Check("terminal.txt", Encoding.UTF8.GetBytes(Sample.Terminal()));

    [Fact]
    public void The_data_of_the_page_is_as_agreed() => Golden.Check("page-data.json", Encoding.UTF8.GetBytes(Page.Data(Sample.Run(f => new HtmlWriter(f)))));

    [Fact]
    public void Every_output_is_the_same_bytes_each_time()
    {
        Func<ReportFile, IReportWriter>[] writers = [f => new FindingsJsonWriter(f), f => new SarifWriter(f), f => new HtmlWriter(f), f => new MarkdownWriter(f), f => new JUnitWriter(f)];
        Assert.All(writers, w => Assert.Equal(Sample.Run(w), Sample.Run(w)));
        Assert.Equal(Sample.Terminal(), Sample.Terminal());
    }
}
