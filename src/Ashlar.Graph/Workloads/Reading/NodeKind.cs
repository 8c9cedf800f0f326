namespace Ashlar.Graph.Workloads.Reading;

internal enum NodeKind
{
    /// <summary>An AI system of its own: a generative account, an ML workspace, compute that serves models.</summary>
    Primary,

    /// <summary>AI, mostly part of another system: search, bots, single-purpose accounts.</summary>
    Secondary,

    /// <summary>Names an AI resource in its settings.</summary>
    App,

    /// <summary>As <see cref="App"/>, before many systems.</summary>
    Gateway,
}
