using System.Text;

namespace Ashlar.Bench;

/// <summary>One resource as Resource Graph reports it, with about 1 KB of properties.</summary>
internal static class ResourceRow
{
    private const int PropertyBytes = 1024;

    /// <param name="identity">JSON of the column when it is decided already; null = half of them have one of their own.</param>
    public static void Append(StringBuilder line, ResourceKind kind, Placement at, IReadOnlyList<ResourceKind> kinds, int seed = 0, string? identity = null)
    {
        var dice = new Dice((ulong)at.Number + ((ulong)seed << 40));
        var name = $"{kind.Prefix}{at.Number:d7}";
        line.Append("{\"id\":\"").Append(Id(kind, at, kinds)).Append("\",\"name\":\"").Append(name).Append("\",\"type\":\"").Append(kind.Type.ToLowerInvariant())
            .Append("\",\"tenantId\":\"").Append(Placement.Tenant).Append("\",\"kind\":\"").Append(kind.Kind).Append("\",\"location\":\"").Append(at.Location)
            .Append("\",\"resourceGroup\":\"").Append(at.Group).Append("\",\"subscriptionId\":\"").Append(at.Subscription)
            .Append("\",\"managedBy\":\"\",\"sku\":{\"name\":\"").Append(kind.Skus.Length == 0 ? "S0" : kind.Skus[at.GroupNumber % kind.Skus.Length]).Append("\"},\"tags\":{\"environment\":\"").Append(dice.Either("production", "test")).Append("\"},\"identity\":");
        var own = dice.Yes() ? "null" : $"{{\"type\":\"SystemAssigned\",\"principalId\":\"{Ids.SystemAssigned(at.Number)}\",\"tenantId\":\"{Placement.Tenant}\"}}";
        line.Append(identity ?? own).Append(",\"properties\":{");
        var start = line.Length;
        line.Append("\"provisioningState\":\"Succeeded\",").Append(kind.Properties(ref dice, at, name)).Append(",\"capabilities\":[");
        for (var filler = 0; line.Length - start < PropertyBytes; filler++)
        {
            line.Append(filler == 0 ? "" : ",").Append("{\"name\":\"Capability").Append(filler).Append("\",\"value\":\"").Append(dice.Next(100_000)).Append("\"}");
        }

        line.Append("]}}");
    }

    public static string Id(ResourceKind kind, Placement at, IReadOnlyList<ResourceKind> kinds)
    {
        var name = $"{kind.Prefix}{at.Number:d7}";
        return kind.Parent is { } parent ? $"{ParentId(parent, at, kinds)}{kind.Type[kind.Type.LastIndexOf('/')..]}/{name}" : $"{at.Scope}/providers/{kind.Type}/{name}";
    }

    /// <summary>The nearest resource before this one that is of the parent's kind.</summary>
    private static string ParentId(ResourceKind parent, Placement at, IReadOnlyList<ResourceKind> kinds)
    {
        var distance = 0;
        while (kinds[(at.Number - distance) % kinds.Count] != parent)
        {
            distance++;
        }

        return at.Id(parent.Type, parent.Prefix, at.Number - distance);
    }
}
