namespace Ashlar.Graph.Flows.Finding;

/// <summary>Words of the column Kind; what each means stands at the column.</summary>
internal static class FlowKinds
{
    public const string Index = "index";
    public const string Retrieve = "retrieve";
    public const string Use = "use";
    public const string Train = "train";
    public const string FineTune = "fineTune";
    public const string Call = "call";
    public const string Tool = "tool";
    public const string Persist = "persist";
    public const string Registry = "registry";
    public const string Log = "log";
    public const string Event = "event";
    public const string Export = "export";
    public const string Replicate = "replicate";
}
