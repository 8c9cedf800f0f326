using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Rules;

/// <summary>Which part of a party one end of a rule speaks of: for certain, and perhaps.</summary>
internal static class Matching
{
    /// <param name="allow">Of a party that is many (Azure), permission of one is enough and denial has to name all.</param>
    public static (AddressSet Certain, AddressSet Perhaps) Of(AddressMatch match, Party party, TagScope tags, bool allow)
    {
        if (match.Any)
            return (party.Addresses, AddressSet.Empty);
        var (certain, perhaps) = (AddressSet.Empty, match.Readable ? AddressSet.Empty : party.Addresses);
        if (!match.Addresses.IsEmpty)
            Addresses(match.Addresses, party, allow, ref certain, ref perhaps);
        foreach (var tag in match.Tags)
            Tag(tag, party, tags, allow, ref certain, ref perhaps);
        foreach (var group in match.Groups)
        {
            if (party.Groups.Contains(group))
                certain = party.Addresses;
            else if (party.SomeGroups.Contains(group))
                perhaps = party.Addresses;
        }

        return (certain, perhaps);
    }

    private static void Addresses(AddressSet addresses, Party party, bool allow, ref AddressSet certain, ref AddressSet perhaps)
    {
        switch (party.Kind)
        {
            case PartyKind.Addresses or PartyKind.Internet:
                certain = certain.Or(party.Addresses.And(addresses));
                break;
            // A rule over all of IPv4 speaks of every service there.
            case PartyKind.Azure or PartyKind.Service or PartyKind.Premises when addresses.Holds(AddressRange.Four):
                certain = party.Addresses;
                break;
            case PartyKind.Premises when addresses.Meets(AddressSet.NotPublic):
            case PartyKind.Service when addresses.Meets(AddressSet.Public):
                perhaps = party.Addresses;
                break;
            // Named public addresses may be Azure's: listed addresses are told as such, not as all of Azure.
            case PartyKind.Azure when allow && addresses.CountOfFour() > 1UL << 24:
                perhaps = party.Addresses;
                break;
        }
    }

    private static void Tag(string tag, Party party, TagScope tags, bool allow, ref AddressSet certain, ref AddressSet perhaps)
    {
        if (Tags.Is(tag, Tags.VirtualNetwork))
        {
            if (party.Kind == PartyKind.Premises)
                certain = party.Addresses;
            else if (party.Kind == PartyKind.Addresses || party.Kind == PartyKind.Internet)
                (certain, perhaps) = (certain.Or(party.Addresses.And(tags.Certain)), perhaps.Or(party.Addresses.And(tags.Perhaps)));
            else if (tags.MayBeAll)
                perhaps = party.Addresses;
        }
        else if (Tags.Is(tag, Tags.Internet))
        {
            if (party.Kind is PartyKind.Internet or PartyKind.Azure or PartyKind.Service)
                certain = party.Addresses;
            else if (party.Kind == PartyKind.Addresses)
                certain = certain.Or(party.Addresses.And(AddressSet.Public).Minus(tags.Certain));
        }
        else if (party.Kind == PartyKind.Azure)
        {
            if (allow ? Tags.HoldsCustomers(tag) : Tags.Is(tag, Tags.Cloud))
                certain = party.Addresses;
        }
        else if (party.Kind == PartyKind.Service && Tags.Names(tag, party.Service, party.Region) is not false)
        {
            if (Tags.Names(tag, party.Service, party.Region) is true)
                certain = party.Addresses;
            else
                perhaps = party.Addresses;
        }
    }
}
