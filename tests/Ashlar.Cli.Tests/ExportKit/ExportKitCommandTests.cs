using Ashlar.Cli.ExportKit;

namespace Ashlar.Cli.Tests.ExportKit;

public sealed class ExportKitCommandTests
{
    [Fact]
    public async Task Both_scripts_are_written_executable_and_never_over_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("ashlar-kit");
        try
        {
            using var text = new StringWriter();
            using var problems = new StringWriter();
            var output = new CliOutput(text, problems, Interactive: false);

            Assert.Equal(ExitCodes.Clean, await AshlarCommand.RunAsync(["export-kit", "--out", folder.FullName], output));
            Assert.StartsWith("#!/usr/bin/env bash", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "collect.sh")), StringComparison.Ordinal);
            Assert.All(ExportKitCommand.Scripts, s => Assert.Contains(Path.Combine(folder.FullName, s), text.ToString(), StringComparison.Ordinal));

            Assert.Equal(ExitCodes.Unusable, await AshlarCommand.RunAsync(["export-kit", "--out", folder.FullName], output));
            Assert.Contains("--out", problems.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("collect.sh")]
    [InlineData("Collect.ps1")]
    public void The_header_names_the_permissions_and_what_is_left_alone(string script)
    {
        using var reader = new StreamReader(typeof(ExportKitCommand).Assembly.GetManifestResourceStream("ExportKit/" + script)!);
        var header = string.Join('\n', reader.ReadToEnd().Split('\n').Take(50));
        Assert.All(
            ["Reader at the tenant root management group", "User.Read.All", "Policy.Read.All", "RoleManagement.Read.Directory", "ONLY READS", "DOES NOT"],
            word => Assert.Contains(word, header, StringComparison.Ordinal));
    }
}
