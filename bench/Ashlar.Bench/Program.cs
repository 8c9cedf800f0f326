using System.Globalization;
using Ashlar.Bench;

if (args.Length != 2 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
{
    Console.Error.WriteLine("usage: bench/generate <resources> <folder>");
    return 2;
}

Tenant.Write(args[1], count);
return 0;
