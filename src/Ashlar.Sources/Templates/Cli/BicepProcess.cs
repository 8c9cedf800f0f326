using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Cli;

/// <summary>One running <c>bicep jsonrpc --stdio</c>. Several threads may ask at once; whoever waits when it dies is told.</summary>
internal sealed class BicepProcess : IDisposable
{
    private readonly Process _process;
    private readonly Stream _in;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly Lock _writing = new();
    private long _last;
    private volatile bool _dead;

    private BicepProcess(Process process)
    {
        (_process, _in) = (process, process.StandardInput.BaseStream);
        // Read, so that the process never blocks on a full pipe, and dropped: it may quote parameter values.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        new Thread(Listen) { IsBackground = true, Name = "bicep" }.Start();
    }

    public bool IsDead => _dead;

    /// <summary>What the program needs to run. No more: a parameters file may read any variable, and what it reads ends in a report.</summary>
    private static readonly string[] Environment =
    [
        "PATH", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "SystemRoot", "SystemDrive", "windir", "APPDATA", "LOCALAPPDATA", "ProgramData", "LANG", "LC_ALL",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "BICEP_CACHE_DIRECTORY",
    ];

    /// <param name="variables">Set for the program besides.</param>
    /// <exception cref="BicepException">It cannot be started.</exception>
    public static BicepProcess Start(string program, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program, ["jsonrpc", "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        foreach (var name in start.Environment.Keys.Where(k => !Environment.Contains(k, StringComparer.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables.Where(v => !Environment.Contains(v.Key, StringComparer.OrdinalIgnoreCase)))
        {
            start.Environment[name] = value;
        }

        // A scan opens no connection: where a file would make the CLI fetch a module, it meets a proxy that nobody runs.
        foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy" })
        {
            start.Environment[name] = "http://127.0.0.1:9";
        }

        try
        {
            return new BicepProcess(Process.Start(start)!);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new BicepException(BicepFailure.Died, $"{program} cannot be started: {e.Message}");
        }
    }

    /// <exception cref="BicepException">No answer, or a refusal. After a time-out the process is ended.</exception>
    public JsonObject Ask(string method, JsonObject parameters, TimeSpan patience, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
            if (!answer.Task.Wait((int)patience.TotalMilliseconds, cancellationToken))
            {
                End();
                throw new BicepException(BicepFailure.TimedOut, $"The Bicep CLI gave no answer within {patience.TotalSeconds:0} seconds.");
            }

            return Result(answer.Task.Result);
        }
        catch (AggregateException e) when (e.InnerException is BicepException died)
        {
            throw new BicepException(died.Failure, died.Message);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public void Dispose()
    {
        End();
        _process.Dispose();
    }

    private void Send(JsonObject message)
    {
        try
        {
            lock (_writing)
            {
                JsonRpcStream.Write(_in, message);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            _dead = true;
        }

        if (_dead)
        {
            throw Died();
        }
    }

    private static JsonObject Result(JsonObject answer)
    {
        if (answer["result"] is JsonObject result)
        {
            return result;
        }

        var message = (answer["error"] as JsonObject)?["message"] is JsonValue text ? text.ToString() : "It gave no reason.";
        throw new BicepException(BicepFailure.Refused, message);
    }

    private void Listen()
    {
        try
        {
            var stream = _process.StandardOutput.BaseStream;
            while (JsonRpcStream.Read(stream) is { } message)
            {
                if (message["id"] is JsonValue id && id.TryGetValue<long>(out var number) && _waiting.TryGetValue(number, out var waiting))
                {
                    waiting.TrySetResult(message);
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException or InvalidOperationException)
        {
            // As at the end of the stream: whoever waits is told below.
        }

        _dead = true;
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(Died());
        }
    }

    private static BicepException Died() => new(BicepFailure.Died, "The Bicep CLI ended without an answer.");

    private void End()
    {
        _dead = true;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
