using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Ashlar.Reports;

/// <summary>The fixed text of the page: head with a policy that allows this style and this script by their hash and nothing else, then the body.</summary>
internal static class PageParts
{
    // One scope, in this order: what a part calls while it is read stands before it.
    private static readonly string[] Parts =
        ["words", "picture", "head", "workloads", "table", "stock", "drawing", "doors", "flows", "unseen", "paths", "risk", "patch", "standing", "changes", "filters", "begin"];

    private static readonly string Style = Read("report.css") + Read("picture.css");
    private static readonly string Script = "'use strict';\n(() => {\n" + string.Concat(Parts.Select(p => Read(p + ".js"))) + "})();\n";
    private static readonly string Body = Read("report.html");

    public static string Start(string title)
    {
        var shown = HtmlEncoder.Default.Encode(SafeText.OneLine(title));
        var policy = $"default-src 'none'; script-src 'sha256-{Hash(Script)}'; style-src 'sha256-{Hash(Style)}'; base-uri 'none'; form-action 'none'";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>{shown}: AI security report</title>
            <style>{Style}</style>
            </head>
            <body>
            {Body.Replace("{{title}}", shown, StringComparison.Ordinal)}<script type="application/json" id="data">
            """;
    }

    public static string End => $"<script>{Script}</script>\n</body>\n</html>\n";

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // Line ends as the browser's parser sees them, so that the hash fits wherever the sources were checked out.
    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
