namespace Ashlar.Bench;

/// <summary>Which resource has which number in a whole tenant: blocks of twenty, one to a resource group, few of them with AI.</summary>
internal sealed class Estate(TenantSize size)
{
    public const int BlockLength = 20;
    private const int GroupsPerSubscription = 50;
    private const int RootsInBlock = 3;
    private readonly int aiBlocks = (int)Math.Min(((long)size.Resources + BlockLength - 1) / BlockLength, ((long)size.Workloads + RootsInBlock - 1) / RootsInBlock);

    public TenantSize Size => size;

    public int Blocks => (size.Resources + BlockLength - 1) / BlockLength;

    public int AiBlocks => aiBlocks;

    public int Subscriptions => (Blocks + GroupsPerSubscription - 1) / GroupsPerSubscription;

    public bool HasAi(int block) => Share(block + 1) > Share(block);

    /// <summary>Block of the AI block with this number.</summary>
    public int AiBlock(int number) => (int)(((((long)number + 1) * Blocks) + aiBlocks - 1) / aiBlocks) - 1;

    public IReadOnlyList<ResourceKind> Kinds(int number) => HasAi(number / BlockLength) ? ResourceKinds.All : ResourceKinds.Ordinary;

    public ResourceKind Kind(int number) => Kinds(number)[number % BlockLength];

    public static Placement At(int number) => new(number, BlockLength, GroupsPerSubscription);

    public static Placement Group(int block) => At(block * BlockLength);

    public string Id(int number) => ResourceRow.Id(Kind(number), At(number), Kinds(number));

    /// <summary>The nearest resource after this one, within its block and the next, that is of a type; null when there is none.</summary>
    public int? Next(int number, string type)
    {
        for (var other = number; other < Math.Min(size.Resources, number + (2 * BlockLength)); other++)
        {
            if (Kind(other).Type == type)
            {
                return other;
            }
        }

        return null;
    }

    private long Share(int block) => (long)block * aiBlocks / Blocks;
}
