namespace Ashlar.Content;

/// <summary>Warns where a result may depend on the order of rows. A line that ends with <c>// tie-break: why</c> has answered.</summary>
internal static class OrderDependence
{
    private const string Answer = "// tie-break:";

    public static void Check(string query, string file, ProblemList problems)
    {
        var lines = query.Split('\n');
        var words = KqlWord.Of(query);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Advice(words, i) is { } advice && !lines[word.Line - 1].Contains(Answer, StringComparison.Ordinal))
            {
                problems.Warning(LintCodes.OrderDependence, file, word.Line, word.Column, $"'{word.Text}' {advice} Or end the line with '{Answer} why the order cannot matter'.");
            }
        }
    }

    private static string? Advice(List<KqlWord> words, int i)
    {
        var call = i + 1 < words.Count && words[i + 1].Text == "(";
        var afterPipe = i > 0 && words[i - 1].Text == "|";
        return words[i].Text switch
        {
            "take" or "limit" or "sample" when afterPipe => "keeps any rows: sort by a unique key and use 'top'.",
            "top" when afterPipe => "breaks ties by chance: sort by a unique column after the others, or aggregate.",
            "arg_max" or "arg_min" when call => "breaks ties by chance: make the compared value unique, such as strcat(time, id).",
            "make_set" or "make_list" or "makeset" or "makelist" when call && !InsideSort(words, i) && !SortedBefore(words, i) => "gives its items in any order: wrap it in array_sort_asc(...) or sort before.",
            "any" or "take_any" or "anyif" or "take_anyif" when call => "takes any value: use min(...) or max(...).",
            "row_number" or "prev" or "next" when call && !SortedBefore(words, i) => "depends on the order of rows: sort by a unique key before.",
            _ => null,
        };
    }

    private static bool InsideSort(List<KqlWord> words, int i) =>
        i >= 2 && words[i - 1].Text == "(" && words[i - 2].Text is "array_sort_asc" or "array_sort_desc";

    // The operator just before this one in the pipe is a sort.
    private static bool SortedBefore(List<KqlWord> words, int i)
    {
        var pipe = words.FindLastIndex(i, word => word.Text == "|");
        var before = pipe <= 0 ? -1 : words.FindLastIndex(pipe - 1, word => word.Text == "|");
        return before >= 0 && words[before + 1].Text is "sort" or "order" or "serialize";
    }
}
