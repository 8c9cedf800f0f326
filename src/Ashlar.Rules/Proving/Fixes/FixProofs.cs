using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Proves Bicep patches: deployed over a failing case, the control passes and no control fails that did not fail before.</summary>
public static class FixProofs
{
    /// <summary>One proof a control that has a Bicep patch, in the order of <paramref name="controls"/>.</summary>
    /// <param name="controls">Whose patches are proven.</param>
    /// <param name="all">Who may not fail because of them.</param>
    /// <param name="deploy">What a patch (its text, filled) declares when it is deployed where the subject (its id) lives. Called from several threads.</param>
    public static IReadOnlyList<FixProof> Run(IReadOnlyList<LoadedControl> controls, IReadOnlyList<LoadedControl> all, Func<string, string, PatchDeployment> deploy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(deploy);
        var readers = new BoundReaders(controls.Concat(all));
        var patched = controls.Where(control => control.Control.Fix.Bicep is not null && control.Query is not null).ToList();
        var proofs = new FixProof[patched.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, patched.Count, options, i => proofs[i] = new PatchTrial(patched[i], readers, deploy).Run(cancellationToken));
        return proofs;
    }
}
