namespace Ashlar.Model;

/// <summary>The five disciplines a control belongs to.</summary>
public enum Discipline
{
    Identity,
    Data,
    Governance,
    Monitoring,
    Validation,
}
