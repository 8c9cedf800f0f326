using Ashlar.Content;

namespace Ashlar.Rules;

/// <summary>Proves controls by their cases.</summary>
public static class ControlProofs
{
    /// <summary>In the order of <paramref name="controls"/>. Controls are proven beside one another.</summary>
    public static IReadOnlyList<ControlProof> Run(IReadOnlyList<LoadedControl> controls, ProofDepth depth, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(controls);
        var proofs = new ControlProof[controls.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, controls.Count, options, i => proofs[i] = One(controls[i], depth, cancellationToken));
        return proofs;
    }

    private static ControlProof One(LoadedControl control, ProofDepth depth, CancellationToken cancellationToken)
    {
        using var bench = new CaseBench(control);
        var problems = new ProblemList();
        var held = CaseVerdicts.Check(control, bench, problems, cancellationToken);
        if (depth == ProofDepth.Everything && control.Query is not null)
        {
            PathProof.Check(control, bench, problems, cancellationToken);
            AbsenceProof.Check(control, bench, problems, cancellationToken);
            BlindProof.Check(control, bench, problems, cancellationToken);
        }

        return new ControlProof(control, control.Cases.Count, held, bench.Asked, problems.InOrder());
    }
}
