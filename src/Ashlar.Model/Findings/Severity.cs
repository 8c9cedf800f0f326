namespace Ashlar.Model;

/// <summary>How bad a failing control is; ordered, worst last.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}
