using CsCheck;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>Random cases, the same for the same seed.</summary>
internal sealed class CaseSource : Gen<Case>
{
    private static readonly KqlType[] Types =
        [KqlType.Bool, KqlType.Int, KqlType.Long, KqlType.Real, KqlType.Decimal, KqlType.String, KqlType.DateTime, KqlType.TimeSpan, KqlType.Guid, KqlType.Dynamic];

    public override Case Generate(PCG pcg, Size? min, out Size size)
    {
        var made = Make(new Dice(pcg));
        size = new Size((ulong)made.Text.Length);
        return made;
    }

    private static Case Make(Dice dice)
    {
        var world = World.Random(dice);
        var lets = new List<string>();
        var sources = new List<Pipe> { Table(world, "T"), Table(world, "U") };
        if (dice.OneIn(4))
        {
            var view = Pipe(dice, world, sources, From(world, dice.Pick(sources)), dice.From(0, 2), false);
            lets.Add("let V = " + view.Text);
            sources.Add(new Pipe("V", view.Evaluate, []));
        }

        return new Case(world, lets, Pipe(dice, world, sources, From(world, dice.OneIn(4) ? dice.Pick(sources) : sources[0]), dice.From(1, 5), true));
    }

    private static Pipe Table(World world, string name) => new(name, () => world.Tables[name], []);

    private static Pipe From(World world, Pipe source) => source.Steps.Count == 0 ? source : Table(world, source.Name);

    /// <summary>Grows a pipe step by step; what a step would make of the rows must be documented.</summary>
    private static Pipe Pipe(Dice dice, World world, List<Pipe> sources, Pipe pipe, int steps, bool nested)
    {
        for (var i = 0; i < steps; i++)
        {
            for (var attempt = 0; attempt < 8; attempt++)
            {
                try
                {
                    var now = pipe.Evaluate();
                    var grown = pipe with { Steps = [.. pipe.Steps, new StepSource(dice, now, () => Other(dice, world, sources), nested ? t => Column(dice, sources, t) : null).Any()] };
                    grown.Evaluate();
                    pipe = grown;
                    break;
                }
                catch (Undocumented)
                {
                    // Another step instead.
                }
            }
        }

        return pipe;
    }

    private static Pipe Other(Dice dice, World world, List<Pipe> sources) =>
        Pipe(dice, world, sources, dice.OneIn(3) ? dice.Pick(sources) : sources[1], dice.Below(3), false);

    private static Pipe Column(Dice dice, List<Pipe> sources, KqlType type)
    {
        var source = dice.Pick(sources);
        var fitting = source.Evaluate().Columns.Where(c => c.Type == type).ToList();
        var value = fitting.Count > 0 ? Scalar.Read(dice.Pick(fitting)) : new ScalarSource(dice, source.Evaluate().Columns, null).Literal(type);
        return source with { Steps = [.. source.Steps, new Project([new Named(value.Column ?? "c", value)])] };
    }

    public static KqlType AnyType(Dice dice) => dice.Pick(Types);
}
