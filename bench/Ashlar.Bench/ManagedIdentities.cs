namespace Ashlar.Bench;

/// <summary>Which resources run as which managed identities.</summary>
internal sealed class ManagedIdentities(Estate estate)
{
    public const string Type = "Microsoft.ManagedIdentity/userAssignedIdentities";

    /// <summary>The same draw as the column of the row.</summary>
    public bool HasOwn(int number)
    {
        if (!estate.Kind(number).RunsAs)
        {
            return false;
        }

        var dice = new Dice((ulong)number + ((ulong)estate.Size.Seed << 40));
        dice.Next(2);
        return !dice.Yes();
    }

    /// <summary>Number of the user-assigned identity that a resource has besides, or null.</summary>
    public int? Shared(int number)
    {
        var kind = estate.Kind(number);
        var dice = Dice.For(estate.Size.Seed, Draw.Identity, number);
        if (!kind.RunsAs || (dice.Next(4) > 0 && kind.Type is not ("Microsoft.App/containerApps" or "Microsoft.ContainerService/managedClusters")))
        {
            return null;
        }

        var block = number / Estate.BlockLength;
        return new[] { block, block - 1, block + 1 }.Where(b => b >= 0 && b < estate.Blocks && !estate.HasAi(b)).Select(b => (int?)b * Estate.BlockLength).FirstOrDefault();
    }

    /// <summary>Object id of an identity of this resource or of one soon after it; null when there is none near.</summary>
    public string? Near(int number)
    {
        for (var other = number; other < Math.Min(estate.Size.Resources, number + Estate.BlockLength); other++)
        {
            if (estate.Kind(other).Type == Type)
            {
                return Ids.UserAssigned(other);
            }

            if (HasOwn(other))
            {
                return Ids.SystemAssigned(other);
            }
        }

        return null;
    }

    /// <summary>The column <c>identity</c>.</summary>
    public string Column(int number)
    {
        var own = HasOwn(number) ? $"\"principalId\":\"{Ids.SystemAssigned(number)}\",\"tenantId\":\"{Placement.Tenant}\"" : null;
        var shared = Shared(number) is { } other
            ? $$"""
              "userAssignedIdentities":{"{{estate.Id(other)}}":{"principalId":"{{Ids.UserAssigned(other)}}","clientId":"{{Ids.Of(5, other)}}"} }
              """
            : null;
        return (own, shared) switch
        {
            (null, null) => "null",
            ({ } a, null) => $"{{\"type\":\"SystemAssigned\",{a}}}",
            (null, { } b) => $"{{\"type\":\"UserAssigned\",{b}}}",
            ({ } a, { } b) => $"{{\"type\":\"SystemAssigned, UserAssigned\",{a},{b}}}",
        };
    }
}
