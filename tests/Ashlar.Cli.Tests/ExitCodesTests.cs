using Ashlar.Model;

namespace Ashlar.Cli.Tests;

public sealed class ExitCodesTests
{
    [Theory]
    [InlineData(false, Severity.Critical, Severity.High, true, false, 2)]
    [InlineData(true, Severity.Critical, Severity.High, true, false, 1)]
    [InlineData(true, Severity.Critical, Severity.High, true, true, 3)]
    [InlineData(true, Severity.Medium, Severity.High, true, false, 3)]
    [InlineData(true, Severity.Medium, Severity.High, false, false, 0)]
    [InlineData(true, Severity.Critical, null, false, false, 0)]
    [InlineData(true, null, Severity.Low, false, true, 0)]
    public void The_worst_news_decides_the_exit_code(bool assessed, Severity? worst, Severity? failOn, bool incomplete, bool strict, int code) =>
        Assert.Equal(code, ExitCodes.Of(assessed, worst, failOn, incomplete, strict));
}
