using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Finds the subnets that hold code of AI workloads.</summary>
internal static class Senders
{
    /// <summary>Ordered by the key of the subnet.</summary>
    public static IReadOnlyList<Sender> Of(NetworkEstate estate, IReadOnlyList<Door> doors, ILookup<string, Interface> cardsOf)
    {
        var found = new SortedDictionary<string, (List<(Party, IReadOnlyList<string>)>? Cards, bool Egress)>(StringComparer.Ordinal);
        foreach (var door in doors)
        {
            var cards = cardsOf[door.Key].ToList();
            foreach (var key in door.Outbound.SubnetKeys.Where(estate.SubnetByKey.ContainsKey))
            {
                var own = cards.Where(c => c.SubnetKey == key && !c.Address.IsEmpty).ToList();
                var known = found.GetValueOrDefault(key, ([], false));
                known.Egress |= door.Outbound.Destinations.Contains("egress");
                // What has no interface of its own may send from any address.
                if (own.Count == 0)
                    known.Cards = null;
                known.Cards?.AddRange(own.Select(c => (Party.At(c.Address) with { Groups = c.Groups }, (IReadOnlyList<string>)(c.GroupKey.Length > 0 ? [c.GroupKey] : []))));
                found[key] = known;
            }
        }

        return [.. found.Select((f, i) => new Sender(i, estate.SubnetByKey[f.Key], f.Value.Cards ?? [], f.Value.Egress))];
    }
}
