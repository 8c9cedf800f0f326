namespace Ashlar.Graph.Tests.Access.Oracle;

internal enum When { Always, NotTrue, True, Bare, Not }

/// <summary>One entry of an edge as the oracle knows it.</summary>
internal sealed record EdgeEntry(string Capability, string Type)
{
    public string By { get; init; } = "role";
    public When When { get; init; }
    public IReadOnlyList<string> Actions { get; init; } = [];
    public IReadOnlyList<string> Data { get; init; } = [];
    public IReadOnlyList<string> AndActions { get; init; } = [];
    public IReadOnlyList<string> AndData { get; init; } = [];
    public IReadOnlyList<string> Anywhere { get; init; } = [];
    public IReadOnlyList<string> Secrets { get; init; } = [];
    public IReadOnlyList<string> Directory { get; init; } = [];
    public IReadOnlyList<string> Roles { get; init; } = [];
    public IReadOnlyList<string> Permissions { get; init; } = [];
    public bool Owner { get; init; }

    /// <summary>Null = not known. KQL: null != true is true, null == true is false; a bare boolean and its negation stay null.</summary>
    public bool? Applies(Target target) => When == When.Always ? true : target.Unread ? null : Applies(target.Flag);

    private bool? Applies(bool? flag) => When switch
    {
        When.NotTrue => flag != true,
        When.True => flag == true,
        When.Bare => flag,
        When.Not => !flag,
        _ => true,
    };
}
