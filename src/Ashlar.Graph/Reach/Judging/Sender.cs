using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Code of AI workloads in a subnet.</summary>
/// <param name="Cards">Interfaces it sends from, each with the security groups on it; empty: it may have any address of the subnet.</param>
/// <param name="HasEgress">What it runs on brings its own way to the internet.</param>
internal sealed record Sender(int Number, int Subnet, IReadOnlyList<(Party Party, IReadOnlyList<string> GroupKeys)> Cards, bool HasEgress);
