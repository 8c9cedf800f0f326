using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Building;

/// <summary>What steps take, in the units of docs/paths.md.</summary>
internal static class Costs
{
    public const int UseKey = 1;
    public const int ActAs = 1;
    public const int Federate = 1;
    public const int Connect = 0;
    public const int FindKey = 1;
    public const int Spread = 1;
    public const int Steer = 2;
    public const int Prompt = 3;
    public const int Ask = 2;
    public const int CallTool = 2;
    public const int Pull = 3;
    public const int GiveAccess = 2;

    /// <summary>From a machine in Azure that the attacker pays for.</summary>
    public const int FromAzure = 1;

    /// <summary>From an address or network of the company.</summary>
    public const int FromCorporate = 1;

    /// <summary>On top of a step that is not sure.</summary>
    public static int Of(AccessState state) => state switch
    {
        AccessState.Active => 0,
        AccessState.Eligible => 2,
        AccessState.Conditional => 3,
        _ => 4,
    };

    /// <summary>Of using a capability.</summary>
    public static int Of(string capability) => capability switch
    {
        "run-code" or "take-identity" or "change-network" or "change-gateway" or "grant-access" or "poison" or "write-data" or "push-images" => 2,
        "reset-password" or "fine-tune" => 3,
        _ => 1,
    };
}
