using Ashlar.Sources.Templates.Cli;

namespace Ashlar.Sources.Tests.Templates.Cli;

/// <summary>Programs that are no good Bicep CLI, or stop being one.</summary>
public sealed class BrokenCliTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Answers the first question as version 99.0.0 would, in the form of the protocol.</summary>
    internal const string Version = """
        read -r header; read -r blank; head -c "${header//[^0-9]/}" >/dev/null
        version='{"jsonrpc":"2.0","id":1,"result":{"version":"99.0.0"}}'
        printf 'Content-Length: %d\r\n\r\n%s' ${#version} "$version"

        """;

    [Fact]
    public void A_program_that_is_not_there_is_no_CLI() => Assert.Null(BicepCli.TryOpen("/nowhere/bicep", Patience, default));

    [Fact]
    public void A_program_that_says_something_else_is_no_CLI()
    {
        using var folder = Folder.With();

        Assert.Null(BicepCli.TryOpen(folder.Program("bicep", "echo Hello\necho\necho World\n"), Patience, default));
    }

    [Fact]
    public void An_old_one_is_not_taken()
    {
        using var folder = Folder.With();

        Assert.Null(BicepCli.TryOpen(folder.Program("bicep", Version.Replace("99.0.0", "0.30.23", StringComparison.Ordinal) + "sleep 600\n"), Patience, default));
    }

    [Fact]
    public void One_that_ends_in_the_middle_is_started_again()
    {
        using var folder = Folder.With(("main.bicep", "output o string = 'x'\n"));
        var wrapper = folder.Program("bicep", $"""
            if mkdir "$(dirname "$0")/started" 2>/dev/null; then
              {Version}
              read -r header
              exit 1
            fi
            exec "{Bicep.Cli.Program}" "$@"
            """);
        using var cli = BicepCli.TryOpen(wrapper, Patience, default)!;

        Assert.NotNull(cli.Compile(folder["main.bicep"], default).Template);
    }

    [Fact]
    public void One_that_ends_every_time_is_a_failure_of_the_file()
    {
        using var folder = Folder.With(("main.bicep", ""));
        using var cli = BicepCli.TryOpen(folder.Program("bicep", "mkdir \"$(dirname \"$0\")/started\" || exit 1\n" + Version + "read -r header\n"), Patience, default)!;

        var failure = Assert.Throws<BicepException>(() => cli.Compile(folder["main.bicep"], default));

        Assert.Equal(BicepFailure.Died, failure.Failure);
    }

    [Fact]
    public void One_that_hangs_is_ended_and_the_next_file_gets_another()
    {
        using var folder = Folder.With(("main.bicep", "output o string = 'x'\n"));
        var wrapper = folder.Program("bicep", $"""
            if mkdir "$(dirname "$0")/started" 2>/dev/null; then
              {Version}
              exec sleep 600
            fi
            exec "{Bicep.Cli.Program}" "$@"
            """);
        using var cli = BicepCli.TryOpen(wrapper, TimeSpan.FromSeconds(20), default)!;

        var failure = Assert.Throws<BicepException>(() => cli.Compile(folder["main.bicep"], default));

        Assert.Equal(BicepFailure.TimedOut, failure.Failure);
        Assert.NotNull(cli.Compile(folder["main.bicep"], default).Template);
    }

    [Fact]
    public void Waiting_can_be_stopped()
    {
        using var folder = Folder.With(("main.bicep", ""));
        using var cli = BicepCli.TryOpen(folder.Program("bicep", Version + "exec sleep 600\n"), Patience, default)!;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => cli.Compile(folder["main.bicep"], stop.Token));
    }
}
