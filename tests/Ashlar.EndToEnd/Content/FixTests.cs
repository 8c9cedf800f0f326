using System.Globalization;
using Ashlar.Content;
using Ashlar.Rules;
using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Patches;
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
        var only = Environment.GetEnvironmentVariable("ASHLAR_FIX_OF") ?? "";
        var chosen = library.Controls.Where(control => control.Control.Id.StartsWith(only, StringComparison.Ordinal)).ToList();
        using var cli = BicepCli.Find(CancellationToken.None) ?? throw new InvalidOperationException("This test needs the Bicep CLI, which the build restores from NuGet. " + BicepCli.WhatToDo + ".");
        var folder = Directory.CreateTempSubdirectory("ashlar-fixes-");
        try
        {
            var count = 0;
            var proofs = FixProofs.Run(chosen, library.Controls, Deploy, CancellationToken.None);

            // One text, for a list would be cut off after a few.
            var said = proofs.SelectMany(proof => proof.Diagnostics).Select(problem => $"{problem.File}:{problem.Line} {problem.Message}").ToList();
            Assert.True(said.Count == 0, string.Join('\n', said));
            Assert.All(proofs, proof => Assert.True(proof.Patched > 0, $"{proof.Control.Control.Id} has no failing case to patch."));
            Assert.NotEmpty(proofs);

            PatchDeployment Deploy(string text, string subject)
            {
                var name = "patch" + Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
                var patch = PatchFile.Read(cli, folder.FullName, name, text, subject, CancellationToken.None);
                return new PatchDeployment([.. patch.Resources.Select(r => new DeployedResource(r.Table, r.Row))], patch.Problems);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
