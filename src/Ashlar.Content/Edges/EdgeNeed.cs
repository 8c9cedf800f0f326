namespace Ashlar.Content;

/// <summary>Any of these actions suffices.</summary>
/// <param name="Actions">Of the control plane.</param>
/// <param name="Data">Of the data plane.</param>
public sealed record EdgeNeed(IReadOnlyList<string> Actions, IReadOnlyList<string> Data)
{
    public bool IsEmpty => Actions.Count == 0 && Data.Count == 0;
}
