namespace Ashlar.Model;

/// <summary>What a control says of one subject. Missing data is <see cref="Unknown"/>, never <see cref="Pass"/>.</summary>
public enum Verdict
{
    Pass,
    Fail,
    Unknown,
    NotApplicable,

    /// <summary>No configuration can answer; closed by a dated, owned attestation.</summary>
    Manual,
}
