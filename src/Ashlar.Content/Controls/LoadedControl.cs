using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>One control folder, read and bound against the catalogue.</summary>
public sealed record LoadedControl
{
    public required Control Control { get; init; }

    /// <summary>As named in diagnostics, such as <c>content/controls/search/search-keys-off</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>One line of KQL that gives the ResourceIds the control speaks of.</summary>
    public required KqlCompilation Scope { get; init; }

    /// <summary>Null for a manual control.</summary>
    public required KqlCompilation? Query { get; init; }

    /// <summary>For a manual control: what its owner has to attest.</summary>
    public required string? Attestation { get; init; }

    public required IReadOnlyList<ControlDefault> Defaults { get; init; }

    /// <summary>Keys of ashlar.yaml without which every verdict is unknown.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    public required bool FailDependsOnAbsence { get; init; }

    public required bool PassDependsOnAbsence { get; init; }

    public required IReadOnlyList<ControlCase> Cases { get; init; }

    /// <summary>Keys of control.yaml to their lines, for diagnostics of later stages.</summary>
    public required IReadOnlyDictionary<string, int> Lines { get; init; }

    public string ControlFile => Folder + "/control.yaml";

    public string QueryFile => Folder + "/query.kql";

    public string CasesFile => Folder + "/cases.yaml";

    /// <summary>All the tables, types and paths that scope and query read.</summary>
    public IReadOnlyList<KqlTableRead> Reads => Query is null ? Scope.Reads : [.. Scope.Reads, .. Query.Reads];
}
