namespace Ashlar.Bench;

/// <summary>Where resource number N lies: 500 resources to a group, 40 groups to a subscription.</summary>
internal readonly record struct Placement(int Number)
{
    public const string Tenant = "be0c0000-0000-4000-8000-000000000001";

    private int Block => Number / 500;

    public string Subscription => $"be0c0001-0000-4000-8000-{Block / 40:d12}";

    public string Group => $"rg-{Block:d5}";

    public string Scope => $"/subscriptions/{Subscription}/resourceGroups/{Group}";

    public string Location => (Block % 3) switch { 0 => "westeurope", 1 => "swedencentral", _ => "eastus" };

    /// <summary>Resource with number <paramref name="other"/> of a type, in the same group.</summary>
    public string Id(string type, string prefix, int other) => $"{Scope}/providers/{type}/{prefix}{other:d7}";
}
