using Ashlar.AccessBench;
using Ashlar.Sources.Exports;
using Ashlar.Store;

// seal <export folder> <snapshot> | measure <snapshot> <content> | paths <snapshot> <content> | hash <snapshot> <content> | naive <scale>; called by bench/access and bench/access-growth.
using var output = new StreamWriter(Console.OpenStandardOutput());
switch (args)
{
    case ["seal", var folder, var file]:
        using (var writer = SnapshotWriter.Create(file))
        {
            var report = ExportSource.Read([folder], writer, new ExportOptions(TimeProvider.System.GetUtcNow().UtcDateTime.Date, null), CancellationToken.None);
            writer.Seal(new SnapshotInfo("bench", report.AsOf, report.AsOfSource, report.Inputs, "bench"), CancellationToken.None);
        }

        return 0;
    case ["measure", var file, var content]:
        using (var tenant = MeasuredTenant.Open(file, content))
        {
            tenant.Derive(output);
            tenant.WhoCan(output);
        }

        return 0;
    case ["paths", var file, var content]:
        using (var tenant = MeasuredTenant.Open(file, content))
            tenant.Paths(output);
        return 0;
    case ["hash", var file, var content]:
        using (var tenant = MeasuredTenant.Open(file, content))
        {
            tenant.Derive(null);
            tenant.Hash(output);
        }

        return 0;
    case ["naive", var scale]:
        NaiveTenant.Measure(int.Parse(scale, System.Globalization.CultureInfo.InvariantCulture), output);
        return 0;
    default:
        Console.Error.WriteLine("usage: bench/access [--hash] <export folder or tenant.ashlar>");
        return 2;
}
