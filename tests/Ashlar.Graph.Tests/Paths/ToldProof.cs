namespace Ashlar.Graph.Tests.Paths;

internal sealed record ToldProof(string Table, string Id, string Path, string Value);
