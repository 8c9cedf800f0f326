using System.Text.Json;
using Ashlar.Content;

namespace Ashlar.Rules;

/// <summary>Settings as the rows of the table <c>Settings</c>: key to JSON array text.</summary>
internal static class SettingsRows
{
    public static IReadOnlyDictionary<string, string> Of(Settings settings) =>
        settings.Values.ToDictionary(pair => pair.Key, pair => JsonSerializer.Serialize(pair.Value), StringComparer.Ordinal);
}
