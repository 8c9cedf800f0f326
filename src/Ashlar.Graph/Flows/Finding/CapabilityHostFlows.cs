using System.Text.Json;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>Where agents keep threads, files and vectors. Rows are kept until every connection is known.</summary>
internal sealed class CapabilityHostFlows
{
    private static readonly string[] Lists = ["threadStorageConnections", "storageConnections", "vectorStoreConnections"];
    private readonly List<(string Id, string Holder, string Path, string? Connection)> _named = [];
    private readonly HashSet<(string Holder, string Path)> _given = [];

    public void CapabilityHost(FlowRow row)
    {
        foreach (var list in Lists)
        {
            var names = row.Properties.At(list);
            if (names.ValueKind is not (JsonValueKind.Array or JsonValueKind.Undefined or JsonValueKind.Null))
                continue;
            var any = false;
            foreach (var name in names.Items().Select(n => n.Text()).Where(n => !string.IsNullOrEmpty(n)))
            {
                any = true;
                _given.Add((ResourceIds.Key(row.Parent), "properties." + list));
                _named.Add((row.Id, row.Parent, "properties." + list, name));
            }

            // Basic setup: what has no connection is kept by the service, in the account's own geography.
            if (!any && row.Type == AiTypes.Account + "/projects/capabilityhosts")
                _named.Add((row.Id, row.Parent, "properties." + list, null));
        }
    }

    public void Settle(Ledger ledger)
    {
        foreach (var (id, holder, path, name) in _named)
        {
            if (name is null)
            {
                // The account may have a host of its own that gives the store to all projects.
                if (!_given.Contains((ResourceIds.Key(Account(holder)), path)))
                    ledger.Flows.Add(new(FlowKinds.Persist, End.Exact(holder), End.Exact(Account(holder)), holder, id, path) { Authentication = Authentication.None });
                continue;
            }

            var found = ledger.Connections.TryGetValue((ResourceIds.Key(holder), name.ToLowerInvariant()), out var connection)
                || ledger.Connections.TryGetValue((ResourceIds.Key(Account(holder)), name.ToLowerInvariant()), out connection);
            ledger.Flows.Add(new(FlowKinds.Persist, End.Exact(holder), found ? connection.Target : End.None, holder, id, path)
            {
                Authentication = found ? connection.Authentication : Authentication.Unknown,
                RunsAsOf = found && connection.Authentication == Authentication.Identity ? holder : null,
                Missing = found ? [] : [$"The connection {name}, which agents keep data through, was not read: run the export kit."],
            });
        }
    }

    private static string Account(string holder) => End.Resource(holder).Id ?? holder;
}
