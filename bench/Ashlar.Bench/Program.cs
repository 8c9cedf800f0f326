using System.Globalization;
using Ashlar.Bench;

const string Usage = "usage: bench/generate <resources> <folder> [--principals P] [--assignments A] [--workloads W] [--networks N] [--seed S]\n       bench/generate <resources> <folder> --resources-only";
var options = new Dictionary<string, int>(StringComparer.Ordinal);
var alone = args.Length == 3 && args[2] == "--resources-only";
var right = args.Length >= 2 && Number(args[0]) > 0 && (alone || args.Length % 2 == 0);
for (var at = 2; right && !alone && at < args.Length; at += 2)
{
    right = args[at] is "--principals" or "--assignments" or "--workloads" or "--networks" or "--seed" && Number(args[at + 1]) >= 0;
    options[args[at]] = Number(args[at + 1]);
}

if (!right)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var usual = TenantSize.Of(Number(args[0]));
if (alone)
{
    Tenant.WriteResources(args[1], usual.Resources);
    return 0;
}

Tenant.Write(args[1], usual with
{
    Principals = options.GetValueOrDefault("--principals", usual.Principals),
    Assignments = options.GetValueOrDefault("--assignments", usual.Assignments),
    Workloads = options.GetValueOrDefault("--workloads", usual.Workloads),
    Networks = options.GetValueOrDefault("--networks", 0),
    Seed = options.GetValueOrDefault("--seed", usual.Seed),
});
return 0;

static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
