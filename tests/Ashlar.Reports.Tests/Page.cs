using System.Text;
using System.Text.RegularExpressions;

namespace Ashlar.Reports.Tests;

/// <summary>Parts of a written page.</summary>
internal static partial class Page
{
    public static string Data(byte[] page)
    {
        var data = DataScript().Match(Encoding.UTF8.GetString(page));
        Assert.True(data.Success);
        return data.Groups[1].Value;
    }

    /// <summary>The page without its data.</summary>
    public static string Frame(byte[] page) => DataScript().Replace(Encoding.UTF8.GetString(page), "");

    [GeneratedRegex("<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataScript();
}
