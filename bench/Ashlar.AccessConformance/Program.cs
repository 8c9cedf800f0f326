using Ashlar.AccessConformance;
using Ashlar.AccessConformance.BadZure;
using Ashlar.Content;
using Ashlar.Store;

// bench/access-conformance: the access graph over other people's roles, fixtures and attack paths. <data folder> <content folder>
var material = new Material(args[0]);
var shipped = ContentLibrary.Load([args[1]], Snapshot.EmptyCatalog).Edges;
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
Func<Part>[] parts =
[
    () => SensitiveActions.Run(material),
    () => CartographyTriples.Run(material),
    () => Vectors.Run(material, shipped),
    () => AttackPathPart.Run(material, shipped),
];
var right = true;
foreach (var run in parts)
{
    var part = run();
    output.WriteLine(part.Line);
    foreach (var note in part.Notes)
        output.WriteLine("  " + note);
    foreach (var mismatch in part.Mismatches)
        output.WriteLine("  MISMATCH " + mismatch);
    right &= part.Mismatches.Count == 0;
}

return right ? 0 : 1;
