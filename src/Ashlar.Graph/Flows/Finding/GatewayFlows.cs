using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>API Management: backends, APIs and policies to what they call, loggers to where they write.</summary>
internal static class GatewayFlows
{
    public const string Backends = AiTypes.Gateway + "/backends";
    public const string Apis = AiTypes.Gateway + "/apis";
    public const string Loggers = AiTypes.Gateway + "/loggers";

    public static void Backend(FlowRow row, Ledger ledger)
    {
        var (target, path) = End.Resource(row.Properties.At("resourceId").Text()?.Replace("https://management.azure.com", "", StringComparison.OrdinalIgnoreCase)) is { IsNone: false } resource && IsCalled(resource)
            ? (resource, "properties.resourceId")
            : (End.Of(row.Properties.At("url").Text()), "properties.url");
        if (target.IsNone)
            return;
        var key = row.Properties.At("credentials.header").Members().Concat(row.Properties.At("credentials.query").Members()).Any() || row.Properties.At("credentials.authorization.parameter").Text() is { Length: > 0 };
        var identity = row.Properties.At("credentials.managedIdentity.resource").Text() is { Length: > 0 };
        ledger.Flows.Add(Call(row, target, path) with { Authentication = key ? Authentication.Key : identity ? Authentication.Identity : Authentication.Unknown, RunsAsOf = identity && !key ? row.Parent : null });
    }

    public static void Api(FlowRow row, Ledger ledger)
    {
        if (End.Of(row.Properties.At("serviceUrl").Text()) is { IsNone: false } target)
            ledger.Flows.Add(Call(row, target, "properties.serviceUrl"));
    }

    /// <summary>Policies name hosts in XML; how they show who they are stands beside.</summary>
    public static void Policy(FlowRow row, Ledger ledger)
    {
        var text = row.Properties.At("value").Text() ?? "";
        var identity = text.Contains("<authentication-managed-identity", StringComparison.OrdinalIgnoreCase);
        var key = text.Contains("name=\"api-key\"", StringComparison.OrdinalIgnoreCase) || text.Contains("Ocp-Apim-Subscription-Key", StringComparison.OrdinalIgnoreCase);
        var gateway = Gateway(row);
        foreach (var reference in References.InText(text))
        {
            var end = reference.Id is not null ? End.Exact(reference.Id) : End.At(reference.Host);
            if (IsCalled(end))
                ledger.Flows.Add(Call(row, end, "properties.value") with { Authentication = key ? Authentication.Key : identity ? Authentication.Identity : Authentication.Unknown, RunsAsOf = identity && !key ? gateway : null });
        }

        foreach (var host in ExternalHosts.ModelsIn(text))
            ledger.Flows.Add(Call(row, End.At(host), "properties.value"));
    }

    public static void Logger(FlowRow row, Ledger ledger)
    {
        var target = End.Resource(row.Properties.At("resourceId").Text());
        var path = "properties.resourceId";
        if (target.IsNone)
        {
            path = "properties.credentials";
            target = row.Properties.At("credentials").Members().SelectMany(m => References.InText(m.Value.Text() ?? "")).Select(r => r.Id is null ? End.At(r.Host) : End.Exact(r.Id)).FirstOrDefault();
        }

        var identity = row.Properties.At("credentials.identityClientId").Text() is { Length: > 0 };
        ledger.Flows.Add(new(FlowKinds.Log, End.Exact(row.Parent), target, row.Parent, row.Id, path)
        {
            Authentication = identity ? Authentication.Identity : Authentication.Key,
            RunsAsOf = identity ? row.Parent : null,
            Missing = target.IsNone ? [$"Where the logger {row.Name} writes was not told: run the export kit."] : [],
        });
    }

    private static FoundFlow Call(FlowRow row, End target, string path) => new(FlowKinds.Call, End.Exact(Gateway(row)), target, Gateway(row), row.Id, path);

    private static string Gateway(FlowRow row) => End.Resource(row.Id).Id ?? row.Parent;

    // A backend may be any app; those that carry prompts are calls all the same. Names of tokens' audiences are no targets.
    private static bool IsCalled(End end)
    {
        var type = end.Id is not null ? ResourceIds.Type(end.Id) : HostNames.Type(end.Host!);
        return type is AiTypes.Account or AiTypes.Search or AiTypes.Workspace || type?.StartsWith(AiTypes.Workspace + "/", StringComparison.Ordinal) == true;
    }
}
