using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates.Text;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>What the <c>bicepconfig.json</c> nearest to a file says of registries and extensions. A broken one says nothing here; the compiler tells of it.</summary>
internal sealed class BicepConfig
{
    private readonly JsonObject? _root;
    private readonly string? _folder;

    private BicepConfig(JsonObject? root, string? folder) => (_root, _folder) = (root, folder);

    public static BicepConfig For(string file)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "bicepconfig.json");
            if (File.Exists(path))
            {
                try
                {
                    return new BicepConfig(PlacedJson.Read(path).Root, folder);
                }
                catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
                {
                    return new BicepConfig(null, folder);
                }
            }
        }

        return new BicepConfig(null, null);
    }

    /// <summary>Where restored artifacts lie.</summary>
    public string Cache()
    {
        if (_root is not null && ResourceObject.Text(_root, "cacheRootDirectory") is { Length: > 0 } configured)
        {
            return Path.GetFullPath(Environment.ExpandEnvironmentVariables(configured), _folder!);
        }

        return Environment.GetEnvironmentVariable("BICEP_CACHE_DIRECTORY") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".bicep");
    }

    /// <summary>What an extension name stands for; null when nothing here says so.</summary>
    public string? Extension(string name) => (_root?["extensions"] as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A reference with its alias resolved: <c>br:registry/path:tag</c>, <c>ts:subscription/group/spec:version</c>; null when the alias is not known.</summary>
    public string? Resolve(string target)
    {
        if (target.Length < 4 || target[2] == ':')
        {
            return target;
        }

        var colon = target.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var (kind, alias, rest) = (target[..2], target[3..colon], target[(colon + 1)..]);
        var said = ((_root?["moduleAliases"] as JsonObject)?[kind] as JsonObject)?[alias] as JsonObject;
        if (kind == "ts")
        {
            return said is not null && ResourceObject.Text(said, "subscription") is { } subscription && ResourceObject.Text(said, "resourceGroup") is { } group ? $"ts:{subscription}/{group}/{rest}" : null;
        }

        // Microsoft's own registry has an alias without being told.
        var registry = said is not null ? ResourceObject.Text(said, "registry") : alias == "public" ? "mcr.microsoft.com" : null;
        var path = said is not null ? ResourceObject.Text(said, "modulePath") : "bicep";
        return registry is null ? null : $"br:{registry}/{(string.IsNullOrEmpty(path) ? "" : path + "/")}{rest}";
    }
}
