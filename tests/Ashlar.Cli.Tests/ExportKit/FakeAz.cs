using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using Ashlar.Cli.ExportKit;

namespace Ashlar.Cli.Tests.ExportKit;

/// <summary>Runs Collect.ps1 in PowerShell's own engine, with functions in place of the cmdlets of the Az module.</summary>
internal sealed class FakeAz : IDisposable
{
    private const string Cmdlets = """
        function Get-AzContext { $fake.Context }
        function Start-Sleep { param($Seconds) }
        function Invoke-AzRestMethod { param([string] $Method, [string] $Uri, [string] $ResourceId, [string] $Payload) $fake.Answer($Method, $Uri, $Payload) }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ashlar-kit");
    private readonly List<(string Start, int Status, string Content, bool Once)> answers = [];

    public string Out => Path.Combine(folder.FullName, "export");

    public List<string> Calls { get; } = [];

    /// <summary>A call that begins so is answered so; the latest that fits. A Resource Graph call reads <c>POST query token</c>.</summary>
    public FakeAz On(string start, string content, int status = 200, bool once = false)
    {
        answers.Insert(0, (start, status, content, once));
        return this;
    }

    public PSObject Context { get; } = Of(
        ("Tenant", Of(("Id", FakeAnswers.Tenant))),
        ("Environment", Of(("ResourceManagerUrl", "https://management.azure.com/"), ("ExtendedProperties", new System.Collections.Hashtable { ["MicrosoftGraphUrl"] = "https://graph.microsoft.com" }))));

    public PSObject Answer(string method, string uri, string payload)
    {
        var ask = method + " " + uri.Replace("https://management.azure.com", "", StringComparison.Ordinal);
        if (payload is { Length: > 0 })
        {
            using var body = System.Text.Json.JsonDocument.Parse(payload);
            var token = body.RootElement.GetProperty("options").TryGetProperty("$skipToken", out var t) ? t.GetString() : "";
            ask = $"{method} {body.RootElement.GetProperty("query").GetString()} {token}";
            Assert.Equal("https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01", uri);
        }

        Calls.Add(ask);
        var at = answers.FindIndex(a => ask.StartsWith(a.Start, StringComparison.Ordinal));
        var (_, status, content, once) = at >= 0 ? answers[at] : ("", 200, payload is { Length: > 0 } ? FakeAnswers.Page(0, null) : """{"value":[]}""", false);
        if (once)
        {
            answers.RemoveAt(at);
        }

        return Of(("StatusCode", status), ("Content", content));
    }

    public void Collect()
    {
        using var reader = new StreamReader(typeof(ExportKitCommand).Assembly.GetManifestResourceStream("ExportKit/Collect.ps1")!, Encoding.UTF8);
        using var shell = PowerShell.Create(InitialSessionState.CreateDefault2()); // the core cmdlets; the others are in packages that are not needed
        shell.Runspace.SessionStateProxy.SetVariable("fake", this);
        shell.AddScript(Cmdlets, useLocalScope: false).Invoke();
        shell.Commands.Clear();
        var error = Console.Error;
        Console.SetError(TextWriter.Null);
        try
        {
            shell.AddScript(reader.ReadToEnd()).AddParameter("Out", Out).AddParameter("RetrySeconds", 0).Invoke();
        }
        finally
        {
            Console.SetError(error);
        }

        Assert.Empty(shell.Streams.Error);
    }

    private static PSObject Of(params (string Name, object Value)[] properties)
    {
        var made = new PSObject();
        foreach (var (name, value) in properties)
        {
            made.Properties.Add(new PSNoteProperty(name, value));
        }

        return made;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
