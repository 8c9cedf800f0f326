namespace Ashlar.Model;

/// <summary>The one spelling of roles in tables and outputs.</summary>
public static class AiRoleNames
{
    public static string Name(this AiRole role) => role switch
    {
        AiRole.Model => "model",
        AiRole.Project => "project",
        AiRole.App => "app",
        AiRole.Gateway => "gateway",
        AiRole.Index => "index",
        AiRole.Data => "data",
        AiRole.Secrets => "secrets",
        AiRole.Identity => "identity",
        AiRole.Compute => "compute",
        AiRole.Registry => "registry",
        AiRole.Network => "network",
        AiRole.Monitor => "monitor",
        AiRole.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
