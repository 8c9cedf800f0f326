using Ashlar.Graph.Reach.Addresses;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>One way into a resource, as the resource itself tells it.</summary>
internal sealed class Door(DoorRow row, string name)
{
    public string Id => row.Id;

    public string Key => row.Key;

    public string Type => row.Type;

    public string Location => row.Location;

    public string Name => name;

    public int Port { get; set; } = 443;

    /// <summary>Ports that stand for all that the door covers; empty: <see cref="Port"/> alone.</summary>
    public IReadOnlyList<int> Ports { get; set; } = [];

    /// <summary>Public addresses before the interfaces of a machine; null: it is no machine.</summary>
    public List<Front>? Fronts { get; set; }

    /// <summary>Host names by which it is called, lower case.</summary>
    public List<string> Hosts { get; } = [];

    /// <summary>Service tag of its public addresses; empty: none that is known.</summary>
    public string Service { get; set; } = "";

    /// <summary>Private Link: key of the target of its endpoints, and the group ids that open this door.</summary>
    public string LinkKey { get; set; } = row.Key;

    public IReadOnlyList<string> LinkGroups { get; set; } = [];

    /// <summary>Starts of the names of the private zones that its name has to stand in: <c>privatelink.blob.</c>.</summary>
    public IReadOnlyList<string> Zones { get; set; } = [];

    public PublicAccess Public { get; set; } = PublicAccess.Unknown;

    /// <summary>Public addresses that are let in, for <see cref="PublicAccess.Selected"/>.</summary>
    public AddressSet Ranges { get; set; } = AddressSet.Empty;

    /// <summary>Workloads of any Azure tenant are let in; null = not known.</summary>
    public bool? Azure { get; set; } = false;

    /// <summary>More may be let in from public addresses than is told.</summary>
    public bool Doubt { get; set; }

    /// <summary>Setting SecuredByPerimeter: the perimeter alone decides.</summary>
    public bool ByPerimeter { get; set; }

    public List<SubnetRule> SubnetRules { get; } = [];

    public List<string> Bypass { get; } = [];

    public List<Inside> Insides { get; } = [];

    /// <summary>Key of the subnet whose security group stands before its public address; empty: none does.</summary>
    public string FrontedBy { get; set; } = "";

    /// <summary>Only what runs beside it reaches it.</summary>
    public bool Beside { get; set; }

    public Outbound Outbound { get; set; } = Outbound.None;

    public List<Leg> Legs { get; } = [];

    public List<string> Missing { get; } = [];

    /// <summary>Something that bears on it was not read.</summary>
    public void Lacks(string sentence)
    {
        if (!Missing.Contains(sentence))
            Missing.Add(sentence);
    }

    public void Says(string leg, string says, string path, string value, string change = "") => Legs.Add(new Leg(leg, says, Id, path, value, change));
}
