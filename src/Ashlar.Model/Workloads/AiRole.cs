namespace Ashlar.Model;

/// <summary>What a resource is to an AI workload; ordered as a reader wants them.</summary>
public enum AiRole
{
    /// <summary>Model hosting: accounts, deployments, content filters, online endpoints.</summary>
    Model,

    /// <summary>Hubs, workspaces, projects and their connections.</summary>
    Project,

    App,
    Gateway,
    Index,
    Data,
    Secrets,
    Identity,
    Compute,
    Registry,
    Network,
    Monitor,
    Other,
}
