namespace Ashlar.Model;

/// <summary>The one spelling of baseline states in every output.</summary>
public static class BaselineStateNames
{
    public static string Name(this BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        BaselineState.Updated => "updated",
        BaselineState.Absent => "absent",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
