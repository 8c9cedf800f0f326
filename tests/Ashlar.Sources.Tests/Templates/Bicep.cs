using Ashlar.Sources.Templates.Cli;

namespace Ashlar.Sources.Tests.Templates;

/// <summary>The real Bicep CLI, one process for all tests. Where there is none the tests fail and say so.</summary>
internal static class Bicep
{
    private static readonly Lazy<BicepCli> Found = new(() =>
        BicepCli.Find(default) ?? throw new InvalidOperationException("These tests need the Bicep CLI, which the build restores from NuGet. " + BicepCli.WhatToDo + "."));

    public static BicepCli Cli => Found.Value;
}
