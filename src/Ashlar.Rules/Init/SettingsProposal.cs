using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>Writes a commented ashlar.yaml: every key with what the snapshot holds as comments. Nothing is decided for the user.</summary>
public static class SettingsProposal
{
    private const int MaxItems = 50;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.Default };

    // What was seen for each key: value, and how often or by which name.
    private static readonly Dictionary<string, string> Seen = new Dictionary<string, string>
    {
        ["productionScopes"] =
            "resourcecontainers | where type in~ ('microsoft.management/managementgroups', 'microsoft.resources/subscriptions')"
            + " | project Value = id, Note = iff(isempty(tostring(properties.displayName)), name, tostring(properties.displayName))",
        ["approvedRegions"] = "resources | where isnotempty(location) and location !~ 'global' | summarize Count = count() by Value = location | project Value, Note = strcat(Count, ' resources')",
        ["approvedModels"] =
            "armresources | where type =~ 'microsoft.cognitiveservices/accounts/deployments' | where isnotempty(tostring(properties.model.name))"
            + " | extend Value = iff(isempty(tostring(properties.model.version)), tostring(properties.model.name), strcat(tostring(properties.model.name), '/', tostring(properties.model.version)))"
            + " | summarize Count = count() by Value | project Value, Note = strcat(Count, ' deployments')",
        ["approvedDeploymentTypes"] =
            "armresources | where type =~ 'microsoft.cognitiveservices/accounts/deployments' | where isnotempty(tostring(sku.name))"
            + " | summarize Count = count() by Value = tostring(sku.name) | project Value, Note = strcat(Count, ' deployments')",
        ["approvedRegistries"] = "resources | where type =~ 'microsoft.containerregistry/registries' | project Value = tostring(properties.loginServer), Note = name | where isnotempty(Value)",
        ["dataClasses"] =
            "resources | where type in~ ('microsoft.storage/storageaccounts', 'microsoft.documentdb/databaseaccounts', 'microsoft.search/searchservices', 'microsoft.sql/servers')"
            + " | extend Class = coalesce(tostring(tags.dataClassification), tostring(tags['data-classification']), tostring(tags.classification), tostring(tags.sensitivity))"
            + " | where isnotempty(Class) | project Value = strcat(id, ' = ', Class), Note = 'as its tag says'",
        ["logWorkspaces"] = "resources | where type =~ 'microsoft.operationalinsights/workspaces' | project Value = id, Note = location",
    };

    public static string Write(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var text = new StringBuilder();
        text.Append("# ashlar.yaml: what only you can decide. Ashlar does not guess it: a control that needs a key says unknown until the key is here.\n");
        text.Append("# To decide, remove the first '# ' of the key and of the items you want. Items below are what was seen, not advice.\n");
        foreach (var key in SettingKey.All)
        {
            text.Append("\n# ").Append(key.Question).Append('\n');
            text.Append("# ").Append(key.Name).Append(":\n");
            Items(text, key, Ask(snapshot, key, cancellationToken));
        }

        return text.ToString();
    }

    private static void Items(StringBuilder text, SettingKey key, List<(string Value, string Note)> items)
    {
        if (items.Count == 0)
        {
            text.Append("#   - ").Append(JsonSerializer.Serialize(key.Example, Quoted)).Append("  # an example: none was seen\n");
        }

        foreach (var (value, note) in items.Take(MaxItems))
        {
            // Quoted as JSON: whatever a name holds stays on its line and inside its quotes or comment.
            text.Append("#   - ").Append(JsonSerializer.Serialize(value, Quoted));
            text.Append(note.Length == 0 ? "\n" : "  # " + JsonSerializer.Serialize(note, Quoted)[1..^1] + "\n");
        }

        if (items.Count > MaxItems)
        {
            text.Append("#   and ").Append(items.Count - MaxItems).Append(" more\n");
        }
    }

    private static List<(string Value, string Note)> Ask(Snapshot snapshot, SettingKey key, CancellationToken cancellationToken)
    {
        var query = KqlCompiler.Compile(Seen[key.Name], snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!query.Success)
        {
            throw new InvalidOperationException($"The query for {key.Name} does not bind: {query.Diagnostics[0].Message}");
        }

        var rows = snapshot.Query(query, cancellationToken).Rows;
        var items = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row[0] is string value && key.Normal(value) is { } normal)
            {
                items.TryAdd(normal, row[1] as string ?? "");
            }
        }

        return [.. items.Select(item => (item.Key, item.Value))];
    }
}
