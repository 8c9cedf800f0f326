using Ashlar.Kql;

namespace Ashlar.Rules;

/// <summary>The rows of a control's query, by subject.</summary>
internal sealed class QueryRows
{
    private readonly KqlResult _result;
    private readonly int _verdict;
    private readonly int _evidence;
    private readonly int _subKey = -1;
    private readonly int[] _first;
    private readonly int[] _next;

    public QueryRows(KqlResult result, Subjects subjects)
    {
        _result = result;
        var resourceId = 0;
        for (var i = 0; i < result.Columns.Count; i++)
        {
            switch (result.Columns[i].Name)
            {
                case "ResourceId":
                    resourceId = i;
                    break;
                case "Verdict":
                    _verdict = i;
                    break;
                case "Evidence":
                    _evidence = i;
                    break;
                case "SubKey":
                    _subKey = i;
                    break;
            }
        }

        _first = new int[subjects.Keys.Length];
        Array.Fill(_first, -1);
        _next = new int[result.Rows.Count];
        for (var row = result.Rows.Count - 1; row >= 0; row--)
        {
            var id = result.Rows[row][resourceId] as string ?? "";
            var subject = subjects.Find(id);
            if (subject < 0)
            {
                Outside.Add(id);
            }
            else
            {
                (_next[row], _first[subject]) = (_first[subject], row);
            }
        }
    }

    /// <summary>Ids of rows that speak of no subject.</summary>
    public List<string> Outside { get; } = [];

    /// <summary>First row of a subject, or -1.</summary>
    public int First(int subject) => _first[subject];

    /// <summary>Next row of the same subject, or -1.</summary>
    public int Next(int row) => _next[row];

    /// <summary>Null when the verdict is about the whole subject.</summary>
    public string? SubKey(int row) => _subKey >= 0 && _result.Rows[row][_subKey] is string { Length: > 0 } key ? key : null;

    public string Verdict(int row) => _result.Rows[row][_verdict] as string ?? "";

    /// <summary>JSON object text.</summary>
    public string Evidence(int row) => _result.Rows[row][_evidence] switch
    {
        string text when text.AsSpan().TrimStart().StartsWith("{") => EvidenceText.Of(text),
        string { Length: > 0 } text when text != "null" => EvidenceText.Of("{\"value\":" + text + "}"),
        _ => "{}",
    };
}
