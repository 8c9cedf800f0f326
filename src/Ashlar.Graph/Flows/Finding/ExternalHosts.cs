using System.Buffers;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>Hosts that are certainly outside of Azure: model providers, clouds and services whose names belong to one company.</summary>
/// <remarks>Of any other name it is not known who runs it: it may well be a domain of the tenant's own.</remarks>
internal static class ExternalHosts
{
    private static readonly string[] Models =
    [
        "api.openai.com", "api.anthropic.com", "generativelanguage.googleapis.com", "aiplatform.googleapis.com", "api.mistral.ai", "api.cohere.com", "api.cohere.ai", "api.groq.com", "api.deepseek.com",
        "api.x.ai", "api.perplexity.ai", "api.together.xyz", "openrouter.ai", "api-inference.huggingface.co", "router.huggingface.co", "api.replicate.com", "api.fireworks.ai",
    ];

    private static readonly string[] Domains =
    [
        "amazonaws.com", "googleapis.com", "snowflakecomputing.com", "mongodb.net", "pinecone.io", "huggingface.co", "github.com", "githubusercontent.com", "docker.io", "ghcr.io", "quay.io", "nvcr.io", "gcr.io", "pkg.dev",
        "pypi.org", "salesforce.com", "force.com", "service-now.com", "atlassian.net", "slack.com", "datadoghq.com", "datadoghq.eu", "splunkcloud.com", "elastic-cloud.com", "newrelic.com", "serpapi.com", "tavily.com",
    ];

    private static readonly SearchValues<string> Marks = SearchValues.Create([.. Models, "bedrock-runtime."], StringComparison.OrdinalIgnoreCase);

    public static bool IsOutside(string host) =>
        Array.IndexOf(Models, host) >= 0 || Domains.Any(d => host.EndsWith(d, StringComparison.Ordinal) && (host.Length == d.Length || host[host.Length - d.Length - 1] == '.'));

    /// <summary>Model providers that a text names.</summary>
    public static IEnumerable<string> ModelsIn(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
            return [];
        return Models.Where(m => text.Contains(m, StringComparison.OrdinalIgnoreCase)).Concat(Bedrock(text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Bedrock(string text)
    {
        var at = text.IndexOf("bedrock-runtime.", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            yield break;
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        var host = text[at..end].ToLowerInvariant().TrimEnd('.');
        if (IsOutside(host))
            yield return host;
    }
}
