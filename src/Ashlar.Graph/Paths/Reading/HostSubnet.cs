namespace Ashlar.Graph.Paths.Reading;

/// <summary>A subnet that code on a resource stands in.</summary>
/// <param name="Table">Table of the row that says so.</param>
/// <param name="SaysId">Id of that row.</param>
/// <param name="Path">Where in that row.</param>
internal sealed record HostSubnet(string Key, string SubnetId, string Table, string SaysId, string Path);
