using System.Text;

namespace Ashlar.Bench;

/// <summary>An export as the export kit leaves it: NDJSON files and the manifest that says they are complete.</summary>
internal sealed class ExportFolder(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(false);
    private readonly List<string> dataSets = [];

    /// <summary>File for the rows of a table, or of one type of it; the caller closes it.</summary>
    public StreamWriter Open(string table, string type, string file)
    {
        dataSets.Add($$"""{"table":"{{table}}","type":"{{type}}","scope":"/","file":"{{file}}","list":"complete","bodies":true}""");
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path, append: false, Utf8, 1 << 20) { NewLine = "\n" };
    }

    public StreamWriter Arm(string type) => Open("armresources", type, $"arm/{type.Replace('/', '.')}.ndjson");

    public StreamWriter Entra(string table) => Open(table, "", $"entra/{table}.ndjson");

    /// <summary>Looked at, and nothing there.</summary>
    public void Empty(string table, string type = "") =>
        dataSets.Add($$"""{"table":"{{table}}","type":"{{type}}","scope":"/","file":null,"list":"complete","bodies":true}""");

    public void WriteManifest(string tenantId = "")
    {
        var tenant = tenantId.Length == 0 ? "" : $"\"tenantId\":\"{tenantId}\",";
        File.WriteAllText(
            Path.Combine(folder, "ashlar-export.json"),
            $$"""
            {"schema":"ashlar-export/1","collectedAt":"{{Time.Collected}}","tool":"bench",{{tenant}}"dataSets":[
            {{string.Join(",\n", dataSets)}}
            ]}

            """,
            Utf8);
    }
}
