using Ashlar.Graph.Access.Proving;

namespace Ashlar.Graph.Tests.Access;

public class EdgeProofTests
{
    [Fact]
    public void Every_assertion_of_every_edge_holds()
    {
        var proofs = EdgeProofs.Run(ShippedEdges.All.Value, CancellationToken.None);
        Assert.NotEmpty(proofs);
        Assert.Empty(proofs.SelectMany(p => p.Diagnostics).Select(d => $"{d.File}:{d.Line} {d.Message}"));
    }
}
