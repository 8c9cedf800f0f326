using System.Globalization;
using System.Text;
using Ashlar.Model;
using Ashlar.Sources.Exports.Files;
using Ashlar.Sources.Exports.Json;
using Ashlar.Sources.Exports.Shapes;
using Ashlar.Sources.Templates;
using Ashlar.Store;

namespace Ashlar.Sources.Exports;

/// <summary>Reads files and folders as az, PowerShell and the portal write them into a snapshot.</summary>
/// <remarks>Other inputs (a live tenant, a Terraform plan, Bicep) stand beside this one: each reads into a <see cref="SnapshotWriter"/> and returns a <see cref="SourceReport"/>.</remarks>
public static class ExportSource
{
    public static SourceReport Read(IReadOnlyList<string> paths, SnapshotWriter writer, ExportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(options);
        var log = new SourceLog();
        var newest = new NewestTime();
        var files = FileWalk.Of(paths, log);
        var manifests = files.Where(f => Path.GetFileName(f.Path) == Manifest.FileName).Select(f => Manifest.Read(f, log)).OfType<Manifest>().ToArray();
        var dataSets = ByFile(manifests);
        var reader = new ItemReader(writer, log, newest, options);
        var whole = new Dictionary<string, bool>(StringComparer.Ordinal);
        var withRows = 0;
        foreach (var file in files.Where(f => Path.GetFileName(f.Path) != Manifest.FileName))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var context = new FileContext(file, dataSets.GetValueOrDefault(file.Shown));
            new ExportFile(context, reader, writer, log, options).Read(cancellationToken);
            whole[file.Shown] = context.Whole;
            withRows += context.Rows > 0 ? 1 : 0;
        }

        foreach (var deployment in TemplateSource.Read(reader.Templates, options.Templates, log, cancellationToken))
        {
            deployment.Diagnostics.ToList().ForEach(log.Add);
            reader.Write(deployment.Rows, deployment.Gaps, deployment.Deployment.File);
            withRows += deployment.Rows?.Resources.Count > 0 ? 1 : 0;
        }

        foreach (var manifest in manifests)
        {
            State(manifest, whole, writer, log);
        }

        if (withRows == 0)
        {
            log.Warn(SourceCodes.NoInput, "Nothing was found that can be assessed. Give files or folders with JSON of `az graph query`, `az rest`, `az resource list` or the export kit, Bicep or ARM templates, or a Terraform plan.");
        }

        var (asOf, source) = AsOf(options, manifests, newest, log);
        return new SourceReport(asOf, source, paths, withRows, new SortedDictionary<string, long>(reader.Counts.ToDictionary(), StringComparer.Ordinal), log.Diagnostics);
    }

    private static Dictionary<string, DataSetEntry> ByFile(Manifest[] manifests)
    {
        var byFile = new Dictionary<string, DataSetEntry>(StringComparer.Ordinal);
        foreach (var manifest in manifests)
        {
            foreach (var dataSet in manifest.DataSets.Where(d => d.File is not null))
            {
                byFile.TryAdd(manifest.Shown(dataSet), dataSet);
            }
        }

        return byFile;
    }

    /// <summary>Completeness as far as the files that should bear it out were read whole; errors become gaps.</summary>
    private static void State(Manifest manifest, Dictionary<string, bool> whole, SnapshotWriter writer, SourceLog log)
    {
        foreach (var dataSet in manifest.DataSets)
        {
            var isThere = dataSet.File is null || whole.ContainsKey(manifest.Shown(dataSet));
            var isWhole = dataSet.Error is null && isThere && (dataSet.File is null || whole[manifest.Shown(dataSet)]);
            if (!isThere)
            {
                log.Warn(SourceCodes.Manifest, $"The manifest names a file that is not there; {dataSet.DataSet} counts as not collected.", manifest.Shown(dataSet));
                writer.AddGap(new Gap(dataSet.DataSet, Scope(manifest, dataSet), GapReason.NotCollected, dataSet.Permission, $"The file {dataSet.File} is missing."));
            }

            if (dataSet.Error is { } error)
            {
                var reason = dataSet.Reason ?? (ErrorResponse.IsForbidden(error) ? GapReason.Forbidden : GapReason.Unreadable);
                writer.AddGap(new Gap(dataSet.DataSet, Scope(manifest, dataSet), reason, dataSet.Permission, "The export kit could not collect it: " + FirstLine(error)));
            }

            writer.AddCompleteness(new Completeness(dataSet.Table, dataSet.Type, Scope(manifest, dataSet), dataSet.Bodies && isWhole, dataSet.ListComplete && isWhole, Manifest.FileName));
        }
    }

    /// <summary>Members of one group say nothing of the list of all members: their scope is the group.</summary>
    private static string Scope(Manifest manifest, DataSetEntry dataSet)
    {
        var kind = dataSet.Table == EntraTables.AdministrativeUnitMembers ? "administrativeunits" : "groups";
        return EntraObjects.IsEdge(dataSet.Table) && Guid.TryParse(dataSet.Scope, out var holder)
            ? $"/tenants/{manifest.TenantId}/providers/microsoft.graph/{kind}/{holder:D}"
            : dataSet.Scope;
    }

    private static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        return line.Length > 300 ? line[..300] + "…" : line;
    }

    private static (DateTime Time, string Source) AsOf(ExportOptions options, Manifest[] manifests, NewestTime newest, SourceLog log)
    {
        if (options.AsOf is { } stated)
        {
            return (stated, "stated with --as-of");
        }

        if (manifests.Max(m => m.CollectedAt) is { } collected)
        {
            return (collected, "time of collection in " + Manifest.FileName);
        }

        if (newest.Value is { } found)
        {
            return (found, "newest change in the data");
        }

        // What was read cannot be younger than today, and an older clock would let expired things pass.
        var today = options.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        log.Note(SourceCodes.AsOf, $"No time was found in the input, so questions of age and expiry are asked as of today, {today}. State another with --as-of.");
        return (options.Today, $"no time in the input: today, {today}, was taken");
    }
}
