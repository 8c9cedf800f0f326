namespace Ashlar.Bench;

/// <summary>What dice are thrown for.</summary>
internal enum Draw
{
    User = 1,
    Group,
    Application,
    Foreign,
    Assignment,
    Eligibility,
    Identity,
    Vault,
    Cosmos,
    Directory,
    Federation,
    Route,
    Network,
}
