using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Carries the number of a resource's place through expansion: among its properties, or where these are one expression, in a column of the envelope.</summary>
internal static class PlaceMark
{
    private const string Property = "ashlar:place";
    private const string Column = "managedBy";

    /// <returns>False when there is no room for it.</returns>
    public static bool Put(JsonObject resource, int number)
    {
        if (resource["properties"] is null)
        {
            resource["properties"] = new JsonObject();
        }

        if (resource["properties"] is JsonObject properties)
        {
            properties[Property] = number;
            return true;
        }

        if (resource.ContainsKey(Column))
        {
            return false;
        }

        resource[Column] = Property + number.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Takes the number out again; null when there is none.</summary>
    public static int? Take(JsonObject resource)
    {
        if (resource["properties"] is JsonObject properties && properties[Property] is JsonValue value && value.TryGetValue<int>(out var number))
        {
            properties.Remove(Property);
            return number;
        }

        if (resource[Column] is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is var said
            && said.StartsWith(Property, StringComparison.Ordinal) && int.TryParse(said.AsSpan(Property.Length), CultureInfo.InvariantCulture, out var marked))
        {
            resource.Remove(Column);
            return marked;
        }

        return null;
    }
}
