using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Rules of one firewall as they are gathered.</summary>
internal sealed class RuleLists
{
    public List<NatRule> Nat { get; } = [];

    public List<NetworkRule> Network { get; } = [];

    public List<ApplicationRule> Application { get; } = [];
}
