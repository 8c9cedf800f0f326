namespace Ashlar.Model;

/// <summary>The one spelling of content filter states in tables and outputs.</summary>
public static class ContentFilterStateNames
{
    public static string Name(this ContentFilterState state) => state switch
    {
        ContentFilterState.NotSeen => "notSeen",
        ContentFilterState.Default => "default",
        ContentFilterState.Custom => "custom",
        ContentFilterState.Weakened => "weakened",
        ContentFilterState.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
