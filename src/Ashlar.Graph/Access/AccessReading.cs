using Ashlar.Content;
using Ashlar.Graph.Access.Counting;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Identities;
using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Access.Writing;
using Ashlar.Model;

namespace Ashlar.Graph.Access;

/// <summary>Who holds what in a snapshot, put together and not yet written.</summary>
public sealed class AccessReading
{
    private readonly AccessQuery _query;
    private readonly string _stamp;
    private readonly string _tenant;
    private readonly AccessModel _model;
    private readonly Coverage _coverage;
    private readonly EveryoneGroups _everyone;
    private readonly Task<IdentityFacts> _facts;

    internal AccessReading(AccessQuery query, IReadOnlyList<AccessEdge> edges, string stamp)
    {
        (_query, _stamp) = (query, stamp);
        _tenant = DirectoryReader.Tenant(query);
        var book = new RuleBook(edges);
        var classes = new TargetClasses(book);
        // The long lists are fetched beside one another.
        var assignments = Task.Run(() => AssignmentBodies.Read(query, "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'"), query.Cancellation);
        var found = Task.Run(() => new TargetReader(query, book, classes, _tenant).Read(), query.Cancellation);
        _facts = Task.Run(() => new IdentityFacts(query), query.Cancellation);
        try
        {
            var directory = DirectoryReader.Principals(query, _tenant);
            var groups = DirectoryReader.Groups(query, directory);
            var scopes = ContainerReader.Read(query);
            var sets = new PrincipalSets(directory, groups);
            var permissions = new PermissionSets(book);
            var reader = new PieceReader(query, directory, sets, permissions, new RoleReader(query), scopes);
            reader.Read(assignments.GetAwaiter().GetResult());
            var denials = new DenialReader(query, directory, groups, book, scopes).Read();
            _coverage = new Coverage(query.Snapshot, scopes, reader.Holes);
            PrincipalKinds.Settle(directory, _coverage.KnowsEveryone);

            var targets = found.GetAwaiter().GetResult().All(reader.Pieces.Select(p => p.ScopeText).Distinct(StringComparer.OrdinalIgnoreCase));
            var ruleSets = new RuleSets(book, classes);
            var denying = new Denying(permissions, sets, new Activations(directory, groups));
            var together = new Together(book, ruleSets, sets, new Elsewhere(Throughout.Undenied(Elsewhere.Relevant(reader.Pieces, book), denials, denying, scopes), directory.All.Count));
            var builder = new GrantBuilder(scopes, classes, permissions, denying, ruleSets, together, reader.Pieces, denials);
            IReadOnlyList<int[]> above = [.. targets.Select(scopes.Above)];
            var reach = builder.Build(targets, above, query.Cancellation);
            _model = new AccessModel
            {
                Book = book,
                Classes = classes,
                Targets = targets,
                Directory = directory,
                Sets = sets,
                Scopes = scopes,
                RuleSets = ruleSets,
                Grants = builder.Grants,
                Above = above,
                Reach = reach,
                Rules = ruleSets.Rules(),
                Pieces = reader.Pieces,
            };
            _everyone = new EveryoneGroups(directory, sets, GroupRules.OfEveryone(query));
        }
        finally
        {
            // Whoever gets an error may close the snapshot, and nobody reads it then.
            Task.WhenAll(assignments, found, _facts).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    /// <summary>Reads <c>AiWorkloads</c>, which has to be derived before, and writes the tables.</summary>
    /// <returns>Who can do what to each workload, ordered by workload and capability.</returns>
    public IReadOnlyList<WorkloadAccess> Write() => Write(wide: false);

    /// <param name="wide">Counts every target, not only what concerns AI.</param>
    internal IReadOnlyList<WorkloadAccess> Write(bool wide)
    {
        var snapshot = _query.Snapshot;
        var facts = _facts.GetAwaiter().GetResult();
        facts.RunsOn.ReadWorkloads(_query);
        var meanings = new Meanings(_model);
        var concern = new Concern(_query);
        var identities = new IdentityTable(_query, facts, _model, _everyone, new Tiers(_model, concern.Is), _coverage, _tenant);
        var seen = new TargetsSeen(_model, _coverage);
        var counted = wide ? _model.Targets : [.. _model.Targets.Where(t => t.ObjectId is { } id ? identities.Controls(id) : concern.Is(t))];
        IReadOnlyList<WorkloadAccess> ofWorkloads = [];
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = _query.Cancellation },
            () => AccessWriter.Write(snapshot, _model, seen),
            () => ResourceAccessWriter.Write(snapshot, _model, AccessCounts.Of(_model, meanings, counted, _everyone, _query.Cancellation), seen),
            () => WorkloadAccessWriter.Write(snapshot, ofWorkloads = WorkloadCounting.Of(_query, _model, meanings, _everyone, seen)),
            identities.Write);
        AccessWriter.WriteViews(snapshot, _stamp);
        return ofWorkloads;
    }
}
