using System.Security.Cryptography;
using System.Text;
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
using Ashlar.Store;

namespace Ashlar.Graph.Access;

/// <summary>Derives who can do what: the tables <c>EffectiveAccess</c>, <c>ResourceAccess</c>, <c>KeyHolders</c> and <c>Identities</c>.</summary>
/// <remarks>
/// Access stays factored: a set of principals, a scope, a set of rules. Nothing is made for each principal and resource; the
/// tables that show it so are views. Semantics and their sources: docs/access.md.
/// </remarks>
public static class AccessGraph
{
    /// <summary>Raised when the same edges give other tables.</summary>
    private const int Version = 4;

    /// <summary>True when the tables of a snapshot were derived by these very edges and this version of the graph.</summary>
    public static bool IsDerived(Snapshot snapshot, IReadOnlyList<AccessEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.IsDerived(AccessTables.EffectiveAccess.Name, Stamp(edges));
    }

    /// <summary>Reads <c>AiWorkloads</c>, which has to be derived before.</summary>
    /// <returns>Who can do what to each workload, ordered by workload and capability.</returns>
    public static IReadOnlyList<WorkloadAccess> Derive(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken) => Derive(snapshot, edges, wide: false, cancellationToken);

    /// <param name="wide">Counts every target, not only what concerns AI.</param>
    internal static IReadOnlyList<WorkloadAccess> Derive(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, bool wide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(edges);
        var query = new AccessQuery(snapshot, cancellationToken);
        // The long list is fetched while everything else is read.
        var assignments = Task.Run(() => AssignmentBodies.Read(query, "authorizationresources | where type =~ 'microsoft.authorization/roleassignments'"), cancellationToken);
        var book = new RuleBook(edges);
        var directory = DirectoryReader.Principals(query);
        var groups = DirectoryReader.Groups(query, directory);
        var tenant = DirectoryReader.Tenant(query);
        var scopes = ContainerReader.Read(query);
        var sets = new PrincipalSets(directory, groups);
        var permissions = new PermissionSets(book);
        var reader = new PieceReader(query, directory, sets, permissions, new RoleReader(query), scopes);
        reader.Read(assignments.GetAwaiter().GetResult());
        var denials = new DenialReader(query, directory, groups, book, scopes).Read();
        var coverage = new Coverage(snapshot, scopes, reader.Holes);
        PrincipalKinds.Settle(directory, coverage.KnowsEveryone);

        var classes = new TargetClasses(book);
        var targets = new TargetReader(query, book, classes, tenant).Read(reader.Pieces.Select(p => p.ScopeText).Distinct(StringComparer.OrdinalIgnoreCase));
        var ruleSets = new RuleSets(book, classes);
        var denying = new Denying(permissions, sets, new Activations(directory, groups));
        var together = new Together(book, ruleSets, sets, new Elsewhere(Throughout.Undenied(Elsewhere.Relevant(reader.Pieces, book), denials, denying, scopes), directory.All.Count));
        var builder = new GrantBuilder(scopes, classes, permissions, denying, ruleSets, together, reader.Pieces, denials);
        IReadOnlyList<int[]> above = [.. targets.Select(scopes.Above)];
        var reach = builder.Build(targets, above, cancellationToken);
        var model = new AccessModel
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
        var everyone = new EveryoneGroups(directory, sets, GroupRules.OfEveryone(query));
        var concern = new Concern(query);
        var tiers = new Tiers(model, concern.Is);
        var identities = new IdentityTable(query, model, everyone, tiers, coverage, tenant);
        var seen = new TargetsSeen(model, coverage);
        var counted = wide ? targets : [.. targets.Where(t => t.ObjectId is { } id ? identities.Controls(id) : concern.Is(t))];
        IReadOnlyList<WorkloadAccess> ofWorkloads = [];
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellationToken },
            () => AccessWriter.Write(snapshot, model, seen),
            () => ResourceAccessWriter.Write(snapshot, model, AccessCounts.Of(model, counted, everyone, cancellationToken), seen),
            () => WorkloadAccessWriter.Write(snapshot, ofWorkloads = WorkloadCounting.Of(query, model, everyone, seen)),
            identities.Write);
        AccessWriter.WriteViews(snapshot, Stamp(edges));
        return ofWorkloads;
    }

    internal static string Stamp(IReadOnlyList<AccessEdge> edges)
    {
        var text = new StringBuilder().Append(Version);
        foreach (var edge in edges)
        {
            text.Append('\n').Append(edge.Id);
            foreach (var on in edge.On)
            {
                text.Append('\n').AppendJoin('|', [on.Type, on.When ?? "", on.By.ToString(), on.Owner.ToString()]);
                foreach (var list in new[] { on.Need.Actions, on.Need.Data, on.And?.Actions ?? [], on.And?.Data ?? [], on.Anywhere?.Actions ?? [], on.Anywhere?.Data ?? [], on.AccessPolicy, on.Directory, on.Roles, on.Permissions })
                    text.Append('|').AppendJoin(',', list);
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
