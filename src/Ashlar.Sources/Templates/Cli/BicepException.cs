namespace Ashlar.Sources.Templates.Cli;

/// <summary>The Bicep CLI did not do what it was asked.</summary>
public sealed class BicepException(BicepFailure failure, string message) : Exception(message)
{
    public BicepFailure Failure { get; } = failure;
}
