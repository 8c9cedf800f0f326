namespace Ashlar.Graph.Reach.Rules;

/// <param name="Hosts">Names, with <c>*</c> as the first label or alone.</param>
/// <param name="Unclear">It also speaks of tags or categories whose names are not told.</param>
internal sealed record ApplicationRule(string Id, bool Allow, AddressMatch Source, IReadOnlyList<string> Hosts, IReadOnlyList<int> Ports, bool Unclear);
