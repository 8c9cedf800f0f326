using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content.Tests;

/// <summary>One good control and one framework in memory; a test changes one thing of it.</summary>
internal static class SampleContent
{
    public const string Folder = "controls/search/search-keys-off";

    public const string Control = """
        title: Search services accept Entra ID tokens only
        why: A key opens the whole index to whoever holds it.
        severity: high
        discipline: identity
        scope: resources | where type =~ 'microsoft.search/searchservices' | project ResourceId = id
        fix:
          summary: Turn keys off.
          az: az search service update --ids {id}
          byHand: In the portal.
        frameworks: { sample: [S-1] }
        peers: [ 'policy:71ef260a' ]
        references: [ https://learn.microsoft.com/azure/search/search-security-rbac ]
        defaults:
          - { path: properties.disableLocalAuth, value: false, source: https://learn.microsoft.com/azure/search/search-security-rbac }
        """;

    public const string Query = """
        resources
        | where type =~ 'microsoft.search/searchservices'
        | project ResourceId = id, Verdict = iff(tobool(properties.disableLocalAuth) == true, 'pass', 'fail'), Evidence = pack('properties.disableLocalAuth', properties.disableLocalAuth)
        """;

    public const string Cases = """
        - name: off and on
          tables:
            resources:
              - { id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/off, properties: { disableLocalAuth: true } }
              - { id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/on, properties: { disableLocalAuth: false } }
          expect:
            /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/off: pass
            /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/on: fail
        """;

    public const string Framework = """
        name: sample
        title: Sample framework
        version: '1'
        source: https://example.org/sample
        controls: { S-1: First, S-2: Second }
        """;

    public static KqlCatalog Catalog { get; } = new(TableCatalogue.All.Select(table => new KqlTable(
        table.Name,
        [.. table.Columns.Select(column => new KqlColumn(column.Name, column.Type == "datetime" ? KqlType.DateTime : Enum.Parse<KqlType>(column.Type, ignoreCase: true)))])));

    public static ContentLibrary Load(params (string Path, string? Text)[] changes)
    {
        var files = new Dictionary<string, string?>
        {
            [Folder + "/control.yaml"] = Control,
            [Folder + "/query.kql"] = Query,
            [Folder + "/cases.yaml"] = Cases,
            ["frameworks/sample.yaml"] = Framework,
        };
        foreach (var (path, text) in changes)
        {
            files[path.Contains('/') || path == "severity.yaml" ? path : Folder + "/" + path] = text;
        }

        return ContentLibrary.Load([ContentText.Of([.. files.Where(file => file.Value is not null).Select(file => (file.Key, file.Value!))])], Catalog);
    }

    /// <summary>The control with one text replaced; the text must be there.</summary>
    public static ContentLibrary LoadWith(string file, string old, string with)
    {
        var text = file switch { "control.yaml" => Control, "query.kql" => Query, "cases.yaml" => Cases, _ => Framework };
        Assert.Contains(old, text);
        return Load((file, text.Replace(old, with)));
    }

    public static Diagnostic The(this ContentLibrary library, string code) =>
        Assert.Single(library.Diagnostics, diagnostic => diagnostic.Code == code);
}
