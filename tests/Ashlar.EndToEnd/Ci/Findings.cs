using System.Text.Json;

namespace Ashlar.EndToEnd.Ci;

/// <summary>What a test asks of a findings.json.</summary>
internal sealed class Findings
{
    private readonly JsonElement _root;

    private Findings(JsonElement root) => _root = root;

    public IReadOnlyList<(string Fingerprint, string Verdict)> Verdicts => [.. All.Select(f => (Text(f, "fingerprint")!, Text(f, "verdict")!))];

    public IReadOnlyList<string> Fails => [.. All.Where(f => Text(f, "verdict") == "fail").Select(f => Text(f, "fingerprint")!)];

    public IReadOnlyList<string> New => [.. All.Where(f => Text(f, "verdict") == "fail" && Text(f, "baselineState") == "new").Select(f => Text(f, "fingerprint")!)];

    public IReadOnlyList<string> Suppressed => [.. All.Where(f => f.TryGetProperty("suppressed", out _)).Select(f => Text(f, "fingerprint")!)];

    public IReadOnlyList<string> Absent => [.. _root.GetProperty("absent").EnumerateArray().Select(f => Text(f, "fingerprint")!)];

    private IEnumerable<JsonElement> All => _root.GetProperty("findings").EnumerateArray();

    public static Findings Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new Findings(document.RootElement.Clone());
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
