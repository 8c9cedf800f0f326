namespace Ashlar.Model;

public enum TableKind
{
    /// <summary>Azure Resource Graph's own, with its columns and meaning.</summary>
    ResourceGraph,

    /// <summary>ARM objects that Resource Graph lacks, same columns.</summary>
    Arm,

    /// <summary>Microsoft Graph objects, with its property names.</summary>
    Entra,

    /// <summary>What Ashlar knows of its own run: gaps, completeness, settings.</summary>
    Ashlar,

    /// <summary>Derived from the tables above.</summary>
    Derived,
}
