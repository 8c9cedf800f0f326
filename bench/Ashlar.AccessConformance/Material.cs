using System.Text.Json.Nodes;

namespace Ashlar.AccessConformance;

/// <summary>The shared material: other people's work, read where it lies.</summary>
internal sealed class Material
{
    private readonly string _folder;

    public Material(string folder)
    {
        _folder = folder;
        Roles = [.. Json("roles/built-in-roles.json").AsArray().Select(r => r!.AsObject())];
    }

    /// <summary>Every built-in role of Azure.</summary>
    public IReadOnlyList<JsonObject> Roles { get; }

    public JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    public string Text(string path) => File.ReadAllText(Path.Combine(_folder, path));

    /// <summary>GUID of a built-in role.</summary>
    public string RoleId(string name) => (string)Roles.Single(r => (string)r["roleName"]! == name)["name"]!;

    /// <summary>Rows of all built-in roles, as Resource Graph has them.</summary>
    public IEnumerable<JsonObject> RoleRows() => Roles.Select(r => Azure.Role((string)r["name"]!, (string)r["roleName"]!, r["permissions"]!.DeepClone().AsArray()));
}
