using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules.Tests;

/// <summary>A control folder in memory, loaded as a scan loads it.</summary>
internal static class SampleControl
{
    public const string Pre = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/";

    public const string Off = Pre + "Microsoft.Search/searchServices/off";

    public const string On = Pre + "Microsoft.Search/searchServices/on";

    public const string Cases = $$"""
        - name: off and on
          tables:
            resources:
              - { id: {{Off}}, location: westeurope, properties: { disableLocalAuth: true } }
              - { id: {{On}}, location: westeurope, properties: { disableLocalAuth: false } }
          expect: { {{Off}}: pass, {{On}}: fail }
        - name: not reported
          tables: { resources: [ { id: {{On}}, properties: { } } ] }
          expect: { {{On}}: unknown }
        """;

    /// <summary>Says unknown when the property is missing.</summary>
    public const string Honest = "case(isnull(properties.disableLocalAuth), 'unknown', tobool(properties.disableLocalAuth) == true, 'pass', 'fail')";

    public static LoadedControl Load(string verdict = Honest, string cases = Cases, string yaml = "", string joins = "", string id = "search-keys-off", string? query = null, string fix = "{ summary: Turn keys off., byHand: In the portal. }")
    {
        var control = $$"""
            title: Search services accept Entra ID tokens only
            why: A key opens the whole index.
            severity: high
            discipline: identity
            scope: resources | where type =~ 'microsoft.search/searchservices' | project ResourceId = id
            fix: {{fix}}
            frameworks: { sample: [S-1] }
            references: [ https://learn.microsoft.com/azure/search/ ]

            """ + yaml;
        query ??= $"resources\n| where type =~ 'microsoft.search/searchservices'\n{joins}| project ResourceId = id, Verdict = {verdict}, Evidence = pack('properties.disableLocalAuth', properties.disableLocalAuth, 'location', location)";
        var text = ContentText.Of(
            ($"controls/search/{id}/control.yaml", control),
            ($"controls/search/{id}/query.kql", query),
            ($"controls/search/{id}/cases.yaml", cases),
            ("frameworks/sample.yaml", "name: sample\ntitle: Sample\nversion: '1'\nsource: https://example.org\ncontrols: { S-1: First }"));
        var library = ContentLibrary.Load([text], Snapshot.EmptyCatalog);
        Assert.Equal([], library.Diagnostics.Where(problem => problem.Level == DiagnosticLevel.Error).Select(problem => $"{problem.File}:{problem.Line} {problem.Code} {problem.Message}"));
        return Assert.Single(library.Controls);
    }

    public static ControlProof Prove(this LoadedControl control, ProofDepth depth = ProofDepth.Everything) =>
        Assert.Single(ControlProofs.Run([control], depth, CancellationToken.None));

    public static Diagnostic The(this ControlProof proof, string code)
    {
        var problem = Assert.Single(proof.Diagnostics);
        Assert.Equal(code, problem.Code);
        return problem;
    }
}
