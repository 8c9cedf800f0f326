namespace Ashlar.Bench;

/// <summary>Where resource number N lies. Alone they lie 500 to a group and 40 groups to a subscription; in a whole tenant closer to what companies have.</summary>
internal readonly record struct Placement(int Number, int PerGroup = 500, int GroupsPerSubscription = 40)
{
    public const string Tenant = "be0c0000-0000-4000-8000-000000000001";

    public int GroupNumber => Number / PerGroup;

    public string Subscription => SubscriptionId(GroupNumber / GroupsPerSubscription);

    public string Group => $"rg-{GroupNumber:d5}";

    public string Scope => $"/subscriptions/{Subscription}/resourceGroups/{Group}";

    public string Location => (GroupNumber % 3) switch { 0 => "westeurope", 1 => "swedencentral", _ => "eastus" };

    public static string SubscriptionId(int number) => $"be0c0001-0000-4000-8000-{number:d12}";

    /// <summary>Resource with number <paramref name="other"/> of a type, in the same group.</summary>
    public string Id(string type, string prefix, int other) => $"{Scope}/providers/{type}/{prefix}{other:d7}";
}
