namespace Ashlar.Kql.Binding;

/// <summary>Names with numbers in them in the order a person would give: a2 before a10.</summary>
internal sealed class GrannyOrder : IComparer<string>
{
    public static GrannyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        int i = 0, j = 0;
        while (i < x!.Length && j < y!.Length)
        {
            if (char.IsAsciiDigit(x[i]) && char.IsAsciiDigit(y[j]))
            {
                var a = Digits(x, ref i);
                var b = Digits(y, ref j);
                var byNumber = a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b);
                if (byNumber != 0)
                    return byNumber;
            }
            else if (x[i] != y[j])
            {
                return x[i] - y[j];
            }
            else
            {
                i++;
                j++;
            }
        }

        return x.Length - i - (y!.Length - j);
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at].TrimStart('0');
    }
}
