namespace Ashlar.Kql.Tests.Reference;

/// <summary>Grows pipes step by step; what a step would make of the rows must be documented.</summary>
internal sealed record Growing(Dice Dice, World World, List<Scalar> Constants, List<Pipe> Sources)
{
    public Pipe Pipe(Pipe pipe, int steps, bool nested)
    {
        for (var i = 0; i < steps; i++)
        {
            for (var attempt = 0; attempt < 8; attempt++)
            {
                try
                {
                    var source = new StepSource(Dice, pipe.Evaluate(), Constants, Other, nested ? Column : null);
                    var grown = pipe with { Steps = [.. pipe.Steps, source.Any()] };
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

    private Pipe Other() => Pipe(Dice.OneIn(3) ? Dice.Pick(Sources) : Sources[1], Dice.Below(3), false);

    private Pipe Column(KqlType type)
    {
        var source = Dice.Pick(Sources);
        var fitting = source.Evaluate().Columns.Where(c => c.Type == type).ToList();
        var value = fitting.Count > 0 ? Scalar.Read(Dice.Pick(fitting)) : new ScalarSource(Dice, [], Constants, null).Literal(type);
        return source with { Steps = [.. source.Steps, new Project([new Named(value.Column ?? "c", value)])] };
    }
}
