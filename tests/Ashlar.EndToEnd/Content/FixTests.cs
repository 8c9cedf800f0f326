using Ashlar.Cli.Rules;
using Ashlar.Content;
using Ashlar.Rules;
using Ashlar.Sources.Templates.Cli;
using Ashlar.Store;
using Xunit;

namespace Ashlar.EndToEnd;

/// <summary>The fixes that ship: each Bicep patch, compiled by Microsoft's CLI and deployed over every failing case.</summary>
public sealed class FixTests
{
    [Fact]
    public void Every_patch_compiles_and_mends_its_failing_cases_and_breaks_nothing_else()
    {
        var library = ContentLibrary.Load([Path.Combine(Repository.Root, "content")], Snapshot.EmptyCatalog);
        using var patches = BicepPatches.Open(CancellationToken.None) ?? throw new InvalidOperationException("This test needs the Bicep CLI, which the build restores from NuGet. " + BicepCli.WhatToDo + ".");

        var proofs = FixProofs.Run(library.Controls, library.Controls, patches.Deploy, CancellationToken.None);

        // One text, for a list would be cut off after a few.
        var said = proofs.SelectMany(proof => proof.Diagnostics).Select(problem => $"{problem.File}:{problem.Line} {problem.Message}").ToList();
        Assert.True(said.Count == 0, string.Join('\n', said));
        Assert.All(proofs, proof => Assert.True(proof.Patched > 0, $"{proof.Control.Control.Id} has no failing case to patch."));
        Assert.Equal(library.Controls.Count(control => control.Control.Fix.Bicep is not null), proofs.Count);
    }
}
