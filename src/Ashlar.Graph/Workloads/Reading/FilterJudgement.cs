using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <param name="Detail">What is weaker than Microsoft's default.</param>
internal sealed record FilterJudgement(ContentFilterState State, IReadOnlyList<string> Detail)
{
    public static FilterJudgement NotSeen { get; } = new(ContentFilterState.NotSeen, []);
}
