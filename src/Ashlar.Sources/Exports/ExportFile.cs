using Ashlar.Model;
using Ashlar.Sources.Exports.Files;
using Ashlar.Sources.Exports.Json;
using Ashlar.Store;

namespace Ashlar.Sources.Exports;

/// <summary>Reads one file and says what is wrong with it.</summary>
internal sealed class ExportFile(FileContext context, ItemReader reader, SnapshotWriter writer, SourceLog log, ExportOptions options)
{
    private const long MendableBytes = 32 * 1024 * 1024;
    private readonly string _shown = context.File.Shown;

    public void Read(CancellationToken cancellationToken)
    {
        if (KnownFiles.WhyNot(Path.GetFileName(context.File.Path)) is { } why)
        {
            if (why.Length > 0)
            {
                log.Note(SourceCodes.NotAssessable, why, _shown);
            }

            return;
        }

        try
        {
            // Of a link the length is its target's.
            if (new FileInfo(File.ResolveLinkTarget(context.File.Path, returnFinalTarget: true)?.FullName ?? context.File.Path).Length == 0)
            {
                // Before it is opened: opening a pipe would wait for ever.
                Unreadable("The file is empty. Export it again.", SourceCodes.Empty);
                return;
            }

            var name = Path.GetFileName(context.File.Path);
            if (KnownFiles.IsBicep(name) || KnownFiles.IsBicepParameters(name))
            {
                (KnownFiles.IsBicep(name) ? reader.Templates.Bicep : reader.Templates.BicepParameters).Add(context.File);
                return;
            }

            using var file = new FileStream(context.File.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            Read(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable("The file cannot be read: missing permission, a lock, or a broken disk. What is in it is not assessed.", SourceCodes.CannotRead);
        }
    }

    private void Read(FileStream file, CancellationToken cancellationToken)
    {
        var utf8 = TextStart.AsUtf8(file);
        if (utf8 is null && KnownFiles.IsJson(file.Name))
        {
            Unreadable("The file is named as JSON and is not text: it may be damaged. What is in it is not assessed. Export it again.", SourceCodes.Binary);
            return;
        }

        if (utf8 is null)
        {
            log.Note(SourceCodes.Binary, "The file is not text and is not read.", _shown);
            return;
        }

        if (!KnownFiles.IsJson(file.Name) && !LooksLikeJson(file))
        {
            log.Note(SourceCodes.NotAssessable, "The file is not JSON and is not read.", _shown);
            return;
        }

        using var items = new JsonItems(utf8, options.MaxObjectBytes);
        var any = ReadAll(items, file, cancellationToken);
        if (context.WithoutBody > 0)
        {
            log.Note(SourceCodes.NoBody, $"{context.WithoutBody} resources came without their properties; what asks for these says unknown. Export them with `az graph query` or `az rest`.", _shown);
        }

        if (context.NotResources > 0)
        {
            log.Note(SourceCodes.NotResources, $"{context.NotResources} objects or values are neither Azure resources nor Entra objects and are left out.", _shown);
        }
        else if (!any && context.Whole)
        {
            log.Note(SourceCodes.Empty, "The file holds an empty list.", _shown);
        }
    }

    /// <summary>Every object of the file; true when there was one.</summary>
    private bool ReadAll(JsonItems items, FileStream file, CancellationToken cancellationToken)
    {
        var any = false;
        context.Holder = items.Holder;
        while (true)
        {
            switch (items.Next(cancellationToken))
            {
                case JsonNext.Item:
                    any = true;
                    reader.Read(items.Item, context);
                    break;
                case JsonNext.Scalar:
                    any = true;
                    context.NotResources++;
                    break;
                case JsonNext.Break:
                    if (!any && Mended(file) is { } mended)
                    {
                        using var again = new JsonItems(mended, options.MaxObjectBytes);
                        return ReadAll(again, file, cancellationToken);
                    }

                    Broken(items);
                    if (!items.Resume())
                    {
                        return true;
                    }

                    break;
                default:
                    return any;
            }
        }
    }

    /// <summary>ARM templates may hold texts over several lines, which JSON forbids; null when that was not it.</summary>
    private static MemoryStream? Mended(FileStream file)
    {
        if (file.Length > MendableBytes)
        {
            return null;
        }

        using var whole = new FileStream(file.Name, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var utf8 = TextStart.AsUtf8(whole)!;
        using var memory = new MemoryStream();
        utf8.CopyTo(memory);
        return LineBreaks.Escape(memory.ToArray()) is { } mended && JsonItem.IsWhole(mended) ? new MemoryStream(mended) : null;
    }

    private void Broken(JsonItems items)
    {
        var kept = context.Rows > 0 ? $"The {context.Rows} rows before it are kept" : "Nothing before it could be kept";
        context.Whole = false;
        log.Warn(SourceCodes.Broken, $"The JSON breaks here: {items.BreakCause}. {kept}; what follows may be missing. Export it again.", _shown, items.Line, items.Column);
        AddGaps($"The JSON of {context.File.Relative} breaks in line {items.Line}.");
    }

    private void Unreadable(string message, string code)
    {
        context.Whole = false;
        log.Warn(code, message, _shown);
        AddGaps($"{context.File.Relative} could not be read.");
    }

    /// <summary>What is missing is of the kinds the file was seen or said to hold; where neither is known, of any.</summary>
    private void AddGaps(string detail)
    {
        IEnumerable<string> dataSets = context.DataSet is { } said ? [said.DataSet]
            : context.DataSets.Count > 0 ? context.DataSets
            : [ResourceGraphTables.Resources, ResourceGraphTables.ArmResources, ResourceGraphTables.AuthorizationResources];
        foreach (var dataSet in dataSets)
        {
            writer.AddGap(new Gap(dataSet, context.DataSet?.Scope ?? "/", GapReason.Unreadable, null, detail));
        }
    }

    private static bool LooksLikeJson(FileStream file)
    {
        var start = file.Position;
        Span<byte> bytes = stackalloc byte[256];
        var read = file.Read(bytes);
        file.Position = start;
        var first = bytes[..read].IndexOfAnyExcept(" \t\r\n\0"u8);
        return first >= 0 && bytes[first] is (byte)'[' or (byte)'{';
    }
}
