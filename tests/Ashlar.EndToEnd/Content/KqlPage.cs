using System.Text;
using Ashlar.Kql;

namespace Ashlar.EndToEnd;

/// <summary>docs/kql.md: every operator and function, supported, different or refused, as the engine itself has them.</summary>
internal static class KqlPage
{
    private static readonly (KqlFunctionKind Kind, string Title)[] Kinds =
        [(KqlFunctionKind.Scalar, "Functions"), (KqlFunctionKind.Aggregate, "Aggregates (in summarize, make-series, top-nested)"), (KqlFunctionKind.Window, "Functions over rows in order (after sort or serialize)")];

    public static string Of()
    {
        var page = new StringBuilder();
        page.Append("# KQL in Ashlar\n\n");
        page.Append("Made from the engine by `ASHLAR_WRITE_DOCS=1 dotnet test tests/Ashlar.EndToEnd`. What is not here does not compile: nothing is skipped or guessed when a query runs.\n\n");
        page.Append("**Dialects.** `arg` is Azure Resource Graph's: a query may start with an operator (it asks `resources`), and tables are found in any case. `log-analytics` is that of Log Analytics and Azure Data Explorer. ");
        page.Append("`now()` and `ago()` are of the snapshot's time of collection. `set` statements and `render` are read and passed over; `externaldata`, `cluster()`, `database()`, `workspace()` and `app()` are refused: a query reads its tables and nothing else.\n");
        page.Append("\n## Operators after a pipe\n\nExamples run over a table T with Name:string, Size:long, Tags:dynamic and At:datetime.\n\n| Operator | What it does | Example | Differs |\n|---|---|---|---|\n");
        foreach (var one in KqlLanguage.Operators.Where(o => o.Support != KqlSupport.Refused))
            page.Append($"| `{one.Name}` | {Cell(one.Doc)} | `{Cell(one.Example)}` | {Cell(one.Note)} |\n");
        page.Append("\n## Operators between values\n\n`+ - * / %`, `== != < <= > >=`, `=~ !~` (text in any case), `and or not()`, and the words below; `!` before a word turns it round.\n\n| Word | What it says |\n|---|---|\n");
        foreach (var (name, doc) in KqlLanguage.Words.OrderBy(w => w.Key, StringComparer.Ordinal))
            page.Append($"| `{name}` | {Cell(doc)} |\n");
        foreach (var (kind, title) in Kinds)
            Functions(page, kind, title);
        Refused(page);
        return page.ToString();
    }

    private static void Functions(StringBuilder page, KqlFunctionKind kind, string title)
    {
        page.Append($"\n## {title}\n\n`name?` may be left out, `...` repeats, `same` is the type of the arguments.\n\n| Function | What it gives | Other names | Differs |\n|---|---|---|---|\n");
        foreach (var one in KqlLanguage.Functions.Where(f => f.Kind == kind && f.Support != KqlSupport.Refused))
            page.Append($"| {string.Join("<br>", one.Usages.Select(u => $"`{u}`"))} | {Cell(one.Doc)} | {string.Join(", ", one.Aliases.Select(a => $"`{a}`"))} | {Cell(one.Note)} |\n");
    }

    private static void Refused(StringBuilder page)
    {
        page.Append("\n## Refused\n\nSaid when the query is compiled (KQL4003), with this reason. Functions that are in no table here do not exist (KQL2002).\n\n| What | Why, or what to write |\n|---|---|\n");
        foreach (var one in KqlLanguage.Operators.Where(o => o.Support == KqlSupport.Refused))
            page.Append($"| operator `{one.Name}` | {Cell(one.Note)} |\n");
        foreach (var one in KqlLanguage.Functions.Where(f => f.Support == KqlSupport.Refused))
            page.Append($"| {(one.Kind == KqlFunctionKind.Plugin ? "plugin" : "function")} `{one.Name}` | {Cell(one.Note)} |\n");
    }

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
