namespace Ashlar.Graph.Flows.Reading;

/// <summary>What is kept of a resource that may be an end.</summary>
/// <param name="Type">Lower case.</param>
/// <param name="Region">Empty = not reported.</param>
internal sealed record Place(string Id, string Key, string Type, string Region)
{
    /// <summary>Kind of an AI account.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What its tags say.</summary>
    public DataClass? Class { get; set; }

    /// <summary>Whether anybody may read without showing who they are: null = not known.</summary>
    public bool? Anonymous { get; set; } = false;

    public bool HasBody { get; init; } = true;
}
