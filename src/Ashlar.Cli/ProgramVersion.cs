using System.Reflection;

namespace Ashlar.Cli;

internal static class ProgramVersion
{
    /// <summary>Such as <c>0.1.0</c>, without build metadata: outputs must not change with the commit.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
