using System.Text.Json;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Tells compute that serves or trains models from compute that does not: by GPU, by the AI add-on, by the name of a known server's image.</summary>
internal static class ModelServers
{
    // Image names of the servers' own projects: vllm/vllm-openai, ghcr.io/huggingface/text-generation-inference, ollama/ollama, nvcr.io/nvidia/tritonserver, …
    private static readonly string[] Images =
    [
        "vllm", "text-generation-inference", "text-embeddings-inference", "ollama", "tritonserver", "llama.cpp", "llama-cpp", "sglang", "torchserve", "tensorflow/serving", "litellm", "localai", "kaito",
    ];

    /// <summary>Standard_NC, _ND, _NV and _NG: the GPU families of Azure.</summary>
    public static bool IsGpu(string size) => size.StartsWith("standard_n", StringComparison.OrdinalIgnoreCase);

    public static bool Serves(string type, JsonElement properties) => type switch
    {
        AiTypes.Cluster => HasGpuPool(properties) || properties.At("aiToolchainOperatorProfile.enabled") is { ValueKind: JsonValueKind.True },
        AiTypes.ContainerApp => IsGpuProfile(properties) || Containers(properties.At("template.containers")),
        AiTypes.ContainerGroup => Containers(properties.At("containers")),
        _ => false,
    };

    private static bool HasGpuPool(JsonElement properties) =>
        properties.At("agentPoolProfiles").Items().Any(pool => IsGpu(pool.At("vmSize").Text() ?? ""));

    private static bool IsGpuProfile(JsonElement properties) =>
        properties.At("workloadProfileName").Text()?.Contains("gpu", StringComparison.OrdinalIgnoreCase) == true;

    private static bool Containers(JsonElement containers) => containers.Items().Any(container =>
        (container.At("image").Text() ?? container.At("properties.image").Text()) is { } image
            && Images.Any(name => image.Contains(name, StringComparison.OrdinalIgnoreCase))
        || container.At("properties.resources.requests.gpu").ValueKind == JsonValueKind.Object);
}
