using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Model;

/// <summary>One difference between two snapshots.</summary>
/// <param name="Kind">What differs: workload, resource, setting, model, inbound, accessGained …; docs/diff.md lists them.</param>
/// <param name="SubjectId">What it is about: id of a resource, workload, Entra object, flow or attack path.</param>
/// <param name="SubjectName">Name shown to people.</param>
/// <param name="SubjectType">Lower-case type; empty where the kind says it.</param>
/// <param name="Detail">What of the subject: path of a setting, capability, door, control with sub-key; else empty.</param>
/// <param name="Says">What happened, as the rest of a sentence that begins with the subject.</param>
public sealed record DriftChange(DriftArea Area, DriftTurn Turn, string Kind, string SubjectId, string SubjectName, string SubjectType, string Detail, string Says)
{
    /// <summary>Stable while kind, subject and detail stay, whatever the values: dr- and 16 hex digits.</summary>
    public string Id { get; } = "dr-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Area.Name(), Kind, ResourceIds.Key(SubjectId), Detail))).AsSpan(0, 8));

    /// <summary>JSON text; null = was not there, or has no one value.</summary>
    public string? Before { get; init; }

    /// <summary>JSON text; null = is not there, or has no one value.</summary>
    public string? After { get; init; }

    /// <summary>Of a verdict that is or was a failure; else null.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Who gained or lost access; the first twenty.</summary>
    public IReadOnlyList<DriftPrincipal> Principals { get; init; } = [];

    /// <summary>How many gained or lost access, all of them.</summary>
    public int PrincipalCount { get; init; }

    public IReadOnlyList<string> WorkloadIds { get; init; } = [];

    /// <summary>Who changed it, where the later snapshot says so, the latest first; five at most.</summary>
    public IReadOnlyList<DriftAuthor> By { get; init; } = [];

    /// <summary>Sentences: what was not read; of what is seen no longer, or only now.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
