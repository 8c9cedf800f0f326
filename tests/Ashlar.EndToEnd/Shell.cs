using Ashlar.Cli;

namespace Ashlar.EndToEnd;

/// <summary>Runs command lines in this process, with the checkout's content, in a folder of its own.</summary>
internal sealed class Shell : IDisposable
{
    static Shell() => Environment.SetEnvironmentVariable("ASHLAR_ROOT", Repository.Root);

    public string Folder { get; } = Directory.CreateTempSubdirectory("ashlar-test-").FullName;

    public string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    public string Write(string name, string text)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public static Task<ShellResult> RunAsync(params string[] args) => RunAsync(TimeProvider.System, args);

    public static async Task<ShellResult> RunAsync(TimeProvider clock, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AshlarCommand.RunAsync(args, new CliOutput(output, error, Interactive: false) { Clock = clock });
        return new ShellResult(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
