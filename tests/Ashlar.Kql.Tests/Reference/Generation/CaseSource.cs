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
        var growing = new Growing(dice, world, [], [Table(world, "T"), Table(world, "U")]);
        var lets = new List<string>();
        if (dice.OneIn(4))
        {
            var type = AnyType(dice);
            var value = new ScalarSource(dice, [], [], null).Literal(type);
            lets.Add("let C = " + value.Text);
            growing.Constants.Add(value with { Form = "C" });
        }

        if (dice.OneIn(6))
        {
            var counted = growing.Pipe(dice.Pick(growing.Sources), dice.Below(2), false);
            counted = counted with { Steps = [.. counted.Steps, new Count()] };
            lets.Add("let N = toscalar(" + counted.Text + ")");
            growing.Constants.Add(new Scalar(KqlType.Long, "N", [], _ => counted.Evaluate().Rows[0][0]));
        }

        if (dice.OneIn(4))
        {
            var view = growing.Pipe(dice.Pick(growing.Sources), dice.From(0, 2), false);
            lets.Add("let V = " + view.Text);
            growing.Sources.Add(new Pipe("V", view.Evaluate, []));
        }

        return new Case(world, lets, growing.Pipe(dice.OneIn(4) ? dice.Pick(growing.Sources) : growing.Sources[0], dice.From(1, 5), true));
    }

    private static Pipe Table(World world, string name) => new(name, () => world.Tables[name], []);

    public static KqlType AnyType(Dice dice) => dice.Pick(Types);
}
