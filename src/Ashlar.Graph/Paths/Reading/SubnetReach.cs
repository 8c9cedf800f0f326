namespace Ashlar.Graph.Paths.Reading;

/// <summary>A row of NetworkReach whose source is a subnet.</summary>
/// <param name="Open">False: it is not known.</param>
internal sealed record SubnetReach(string SubnetId, string ResourceId, string Door, bool Open, string Through);
