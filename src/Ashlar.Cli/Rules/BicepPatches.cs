using System.Globalization;
using Ashlar.Rules;
using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Patches;

namespace Ashlar.Cli.Rules;

/// <summary>Deploys patches as <see cref="FixProofs"/> asks: by the Bicep CLI, in a scratch folder of its own. Safe for several threads.</summary>
internal sealed class BicepPatches : IDisposable
{
    private readonly BicepCli _cli;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ashlar-fixes-");
    private readonly CancellationToken _cancellationToken;
    private int _count;

    private BicepPatches(BicepCli cli, CancellationToken cancellationToken) => (_cli, _cancellationToken) = (cli, cancellationToken);

    /// <summary>Null when this machine has no Bicep CLI; see <see cref="BicepCli.WhatToDo"/>.</summary>
    public static BicepPatches? Open(CancellationToken cancellationToken) =>
        BicepCli.Find(cancellationToken) is { } cli ? new BicepPatches(cli, cancellationToken) : null;

    /// <param name="text">The patch, filled.</param>
    /// <param name="subject">Id of the resource where it is deployed.</param>
    public PatchDeployment Deploy(string text, string subject)
    {
        var name = "patch" + Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        var patch = PatchFile.Read(_cli, _folder.FullName, name, text, subject, _cancellationToken);
        return new PatchDeployment([.. patch.Resources.Select(r => new DeployedResource(r.Table, r.Row))], patch.Problems);
    }

    public void Dispose()
    {
        _cli.Dispose();
        _folder.Delete(recursive: true);
    }
}
