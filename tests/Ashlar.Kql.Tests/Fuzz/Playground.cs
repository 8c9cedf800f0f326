using Ashlar.Kql.Tests.Reference;
using CsCheck;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>Small tables for queries that nobody meant.</summary>
internal sealed class Playground : IDisposable
{
    private static readonly KqlOptions Arg = new(KqlDialect.Arg, Times.Now);
    private static readonly KqlOptions Logs = new(KqlDialect.LogAnalytics, Times.Now);
    private readonly KqlCatalog _catalog;
    private readonly Engine _engine = new();

    /// <param name="more">Further tables, to be filled with two rows each.</param>
    public Playground(IReadOnlyDictionary<string, Dictionary<string, KqlType>>? more = null)
    {
        var world = World.Full(new Dice(new PCG(3, 5)));
        world.Tables["resources"] = Resources("microsoft.web/sites");
        world.Tables["resourcecontainers"] = Resources("microsoft.resources/subscriptions");
        foreach (var name in (string[])["advisorresources", "authorizationresources", "cdnresources", "policyresources", "securityresources"])
            world.Tables[name] = Resources("microsoft.x/" + name);
        var dice = new Dice(new PCG(7, 11));
        foreach (var (name, columns) in more ?? new Dictionary<string, Dictionary<string, KqlType>>())
        {
            // DuckDB's names know no case.
            var all = columns.Select(c => new KqlColumn(c.Key, c.Value)).DistinctBy(c => c.Name.ToUpperInvariant()).ToList();
            if (!world.Tables.Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
                world.Tables[name] = new Table(all, [.. Enumerable.Range(0, 2).Select(_ => all.Select(c => Pool.Value(dice, c)).ToArray())]);
        }

        _catalog = Engine.Catalog(world);
        _engine.Load(world);
    }

    /// <summary>Compiles; anything but diagnostics is a finding and comes out as an exception.</summary>
    public KqlCompilation Compile(string query, bool arg) => KqlCompiler.Compile(query, _catalog, arg ? Arg : Logs);

    /// <summary>True when it ran to the end, false when it stopped in a way that is foreseen.</summary>
    public bool Run(KqlCompilation compiled, TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            _engine.Run(compiled, new KqlBudget(1_000, most), cancellationToken);
            return true;
        }
        catch (KqlRunException)
        {
            return false;
        }
    }

    public void Dispose() => _engine.Dispose();

    private static Table Resources(string type)
    {
        string[] texts = ["id", "name", "type", "kind", "location", "resourceGroup", "subscriptionId", "tenantId", "managedBy"];
        string[] bags = ["sku", "plan", "properties", "tags", "identity", "zones", "extendedLocation", "systemData"];
        var rows = Enumerable.Range(0, 4).Select(i => texts.Select(t => (object?)(t == "type" ? type : t == "id" ? $"/subscriptions/s/resourceGroups/g/providers/{type}/n{i}" : t + i))
            .Concat(bags.Select(b => i == 0 ? null : (object?)Dyn.OfBag(("a", (long)i), ("owner", "me"), ("list", Dyn.OfArray([Dyn.OfBag(("k", 1L), ("v", i))])), ("httpsOnly", i > 1)))).ToArray());
        return new Table([.. texts.Select(t => new KqlColumn(t, KqlType.String)), .. bags.Select(b => new KqlColumn(b, KqlType.Dynamic))], [.. rows]);
    }
}
