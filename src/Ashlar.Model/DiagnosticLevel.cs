namespace Ashlar.Model;

public enum DiagnosticLevel
{
    Note,
    Warning,
    Error,
}
