using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Ashlar.Sources.Templates.Cli.Package;

/// <summary>The NuGet package that holds the Bicep CLI of this machine, as <c>bicep-cli.csproj</c> pins it.</summary>
internal sealed record BicepPackage(string Rid, string Version, string? Sha512)
{
    private const string Project = "bicep-cli.csproj";

    public string Id => "azure.bicep.commandline." + Rid;

    /// <summary>Null on a platform that Microsoft builds no CLI for.</summary>
    public static BicepPackage? OfThisMachine()
    {
        if (RidOfThisMachine() is not { } rid)
        {
            return null;
        }

        var pinned = XDocument.Parse(ProjectText()).Root!.Elements("PropertyGroup").First();
        return new BicepPackage(rid, pinned.Element("BicepVersion")!.Value, pinned.Element("Sha512-" + rid)?.Value);
    }

    public static string ProjectText()
    {
        using var resource = typeof(BicepPackage).Assembly.GetManifestResourceStream(Project)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    /// <summary>The program in a NuGet folder; null when it is not there or is another than the one that is pinned.</summary>
    public string? In(string packages)
    {
        var folder = Path.Combine(packages, Id, Version);
        var program = Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");
        // NuGet writes the metadata last: without it the package is half unpacked.
        if (!File.Exists(program) || !File.Exists(Path.Combine(folder, ".nupkg.metadata")))
        {
            return null;
        }

        var hash = Path.Combine(folder, $"{Id}.{Version}.nupkg.sha512");
        return Sha512 is null || (File.Exists(hash) && File.ReadAllText(hash).Trim() == Sha512) ? program : null;
    }

    private static string? RidOfThisMachine()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : !OperatingSystem.IsLinux() ? null
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux";
        var processor = RuntimeInformation.OSArchitecture switch { Architecture.X64 => "x64", Architecture.Arm64 => "arm64", _ => null };
        var rid = system is null || processor is null ? null : system + "-" + processor;
        return rid is "linux-musl-arm64" ? null : rid;
    }
}
