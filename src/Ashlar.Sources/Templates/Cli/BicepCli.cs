using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Templates.Cli.Package;

namespace Ashlar.Sources.Templates.Cli;

/// <summary>Microsoft's Bicep CLI: one long-lived process, started on first use, and again when it dies. Safe for several threads.</summary>
public sealed class BicepCli : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private readonly string _program;
    private readonly TimeSpan _patience;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly ReaderWriterLockSlim _turns = new(LockRecursionPolicy.NoRecursion);
    private readonly Lock _starting = new();
    private BicepProcess? _process;

    private BicepCli(string program, string version, TimeSpan patience, BicepProcess? process, IReadOnlyDictionary<string, string> variables) =>
        (_program, Version, _patience, _process, _variables) = (program, version, patience, process, variables);

    public string Version { get; }

    internal string Program => _program;

    /// <summary>What a user who has no CLI can do about it; no full stop.</summary>
    public static string WhatToDo => BicepProgram.WhatToDo();

    /// <summary>Null when this machine has none that is as new as the pinned one.</summary>
    /// <param name="variables">Environment variables that parameters files may read; they see none of the user's.</param>
    public static BicepCli? Find(CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? variables = null) =>
        BicepProgram.Candidates(cancellationToken).Select(p => TryOpen(p, TimeSpan.FromSeconds(60), cancellationToken, variables)).FirstOrDefault(c => c is not null);

    /// <summary>Null when the program is no Bicep CLI or too old.</summary>
    /// <param name="patience">How long one request may take.</param>
    public static BicepCli? TryOpen(string program, TimeSpan patience, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? variables = null)
    {
        variables ??= new Dictionary<string, string>();
        BicepProcess? process = null;
        try
        {
            process = BicepProcess.Start(program, variables);
            var version = Text(process.Ask("bicep/version", [], StartPatience, cancellationToken), "version") ?? "";
            if (IsGood(version))
            {
                var cli = new BicepCli(program, version, patience, process, variables);
                process = null;
                return cli;
            }

            return null;
        }
        catch (BicepException)
        {
            return null;
        }
        finally
        {
            process?.Dispose();
        }
    }

    /// <summary>The ARM template of a Bicep file, or why there is none.</summary>
    /// <exception cref="BicepException">The CLI failed, rather than the file.</exception>
    public BicepCompilation Compile(string path, CancellationToken cancellationToken)
    {
        var answer = Ask("bicep/compile", new JsonObject { ["path"] = Path.GetFullPath(path) }, cancellationToken);
        return new BicepCompilation(Text(answer, "contents"), null, BicepDiagnostic.All(answer));
    }

    /// <summary>The parameters of a <c>.bicepparam</c> file and the template it names.</summary>
    /// <exception cref="BicepException">The CLI failed, rather than the file.</exception>
    public BicepCompilation CompileParameters(string path, CancellationToken cancellationToken)
    {
        var answer = Ask("bicep/compileParams", new JsonObject { ["path"] = Path.GetFullPath(path), ["parameterOverrides"] = new JsonObject() }, cancellationToken);
        return new BicepCompilation(Text(answer, "template"), Text(answer, "parameters"), BicepDiagnostic.All(answer));
    }

    /// <summary>What deploying a <c>.bicepparam</c> file would leave, as far as that is known without a subscription: the rest stays an expression.</summary>
    /// <exception cref="BicepException">The CLI failed, or the file cannot be expanded.</exception>
    public JsonObject Snapshot(string path, CancellationToken cancellationToken) => Snapshot(path, [], cancellationToken);

    /// <summary>As above, with what is known of where it is deployed: <c>subscriptionId</c>, <c>resourceGroup</c>, <c>location</c>.</summary>
    /// <exception cref="BicepException">The CLI failed, or the file cannot be expanded.</exception>
    public JsonObject Snapshot(string path, JsonObject deployedTo, CancellationToken cancellationToken)
    {
        var answer = Ask("bicep/getSnapshot", new JsonObject { ["path"] = Path.GetFullPath(path), ["metadata"] = deployedTo, ["externalInputs"] = new JsonArray() }, cancellationToken);
        try
        {
            return JsonNode.Parse(Text(answer, "snapshot") ?? "", documentOptions: new JsonDocumentOptions { MaxDepth = 512 }) as JsonObject ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BicepException(BicepFailure.Refused, "The Bicep CLI gave a snapshot that is no JSON object.");
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _turns.Dispose();
    }

    internal static string? Text(JsonObject value, string name) => value[name] is JsonValue found && found.GetValueKind() == JsonValueKind.String ? found.GetValue<string>() : null;

    /// <summary>When the process dies, whose fault it was is open among those who asked at the time: each asks again, alone.</summary>
    private JsonObject Ask(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        _turns.EnterReadLock();
        try
        {
            return Running().Ask(method, parameters, _patience, cancellationToken);
        }
        catch (BicepException e) when (e.Failure == BicepFailure.Died)
        {
            // Asked again below.
        }
        finally
        {
            _turns.ExitReadLock();
        }

        _turns.EnterWriteLock();
        try
        {
            return Running().Ask(method, parameters.DeepClone().AsObject(), _patience, cancellationToken);
        }
        finally
        {
            _turns.ExitWriteLock();
        }
    }

    private BicepProcess Running()
    {
        lock (_starting)
        {
            if (_process is { IsDead: true })
            {
                _process.Dispose();
                _process = null;
            }

            return _process ??= BicepProcess.Start(_program, _variables);
        }
    }

    /// <summary>What is known of symbolic expansion was measured with the pinned version; an older one may decide otherwise.</summary>
    private static bool IsGood(string version) =>
        System.Version.TryParse(version.Split('-', '+')[0], out var found)
        && BicepPackage.OfThisMachine() is var package
        && found >= new Version(System.Version.Parse(package?.Version ?? "0.49.0").ToString(2));
}
