using System.Text.Json;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>A row of AttackPaths as a reader has it.</summary>
internal sealed record ToldPath(string Id, string Start, string StartId, string Goal, string TargetId, string State, long Effort, long Score, string Severity, bool Complete, IReadOnlyList<ToldStep> Steps)
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Kinds of the steps after the start.</summary>
    public string Kinds => string.Join(" > ", Steps.Skip(1).Select(s => s.Step));

    public static IReadOnlyList<ToldPath> Of(Snapshot snapshot) =>
    [
        .. Rows.Ask(snapshot, "AttackPaths | project PathId, Start, StartId, Goal, TargetId, State, Effort, Score, Severity, Complete, tostring(Steps)").Select(r =>
            new ToldPath((string)r[0]!, (string)r[1]!, (string)r[2]!, (string)r[3]!, (string)r[4]!, (string)r[5]!, (long)r[6]!, (long)r[7]!, (string)r[8]!, (bool)r[9]!, JsonSerializer.Deserialize<List<ToldStep>>((string)r[10]!, CamelCase)!)),
    ];
}
