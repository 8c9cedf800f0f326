namespace Ashlar.Graph.Reach.Rules;

internal enum PartyKind
{
    /// <summary>In a virtual network.</summary>
    Addresses,

    /// <summary>Public addresses that are not Azure's.</summary>
    Internet,

    /// <summary>Public addresses of Azure from which customers' code sends.</summary>
    Azure,

    /// <summary>A network joined through a gateway; its addresses are not told.</summary>
    Premises,

    /// <summary>A service of Azure at its public addresses.</summary>
    Service,
}
