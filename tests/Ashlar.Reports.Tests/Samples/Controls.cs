using Ashlar.Model;

namespace Ashlar.Reports.Tests;

internal static class Controls
{
    public static Control LocalAuth { get; } = new(
        "account-keys-off",
        "ai-services",
        "AI services accounts accept Entra ID tokens only",
        "A key is a password that everyone shares: it names nobody, and it works from anywhere.",
        Severity.High,
        Discipline.Identity,
        new Fix(
            "Turn key authentication off.",
            "Applications that still send an api-key header get 401. Look for them in the diagnostic log before.",
            "az resource update --ids {id} --set properties.disableLocalAuth=true\n",
            "resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {\n  name: '{name}'\n  properties: { disableLocalAuth: true }\n}\n",
            "resource \"azurerm_cognitive_account\" \"this\" {\n  name               = \"{name}\"\n  local_auth_enabled = false\n}\n"),
        new Dictionary<string, IReadOnlyList<string>> { ["mcsb-v2"] = ["IM-1"], ["atlas"] = ["AML.T0012"] },
        ["policy:71ef260a"],
        ["https://learn.microsoft.com/azure/ai-services/disable-local-auth"],
        "It does not see who used a key.");

    public static Control Review { get; } = Simple("model-reviewed", "Somebody has reviewed the model and signed", Severity.Low, Discipline.Validation);

    public static Control Rules { get; } = Simple("no-open-rule", "No firewall rule lets the whole internet in", Severity.Medium, Discipline.Data);

    public static Control SoftDelete { get; } = Simple("data-can-be-restored", "Training data can be restored after deletion", Severity.Medium, Discipline.Data);

    public static Control Broken { get; } = Simple("search-broken", "A control that could not run", Severity.Info, Discipline.Governance);

    public static Control Simple(string id, string title, Severity severity, Discipline discipline) => new(
        id,
        "test",
        title,
        "Because it matters.",
        severity,
        discipline,
        new Fix("Change the setting.", null, "az resource show --ids {id}", null, null),
        new Dictionary<string, IReadOnlyList<string>> { ["mcsb-v2"] = ["DP-1"] },
        [],
        [],
        null);
}
