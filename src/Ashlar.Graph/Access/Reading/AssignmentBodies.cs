namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads the bodies of assignments side by side, in their order.</summary>
internal static class AssignmentBodies
{
    private const int Chunk = 4096;

    public static IEnumerable<(string Id, AssignmentBody Body)> Read(AccessQuery query, string rows)
    {
        var found = query.Run(rows + " | project id, tostring(properties)");
        return found.Chunk(Chunk).AsParallel().AsOrdered().WithCancellation(query.Cancellation)
            .Select(chunk => Array.ConvertAll(chunk, r => (AccessQuery.Text(r[0]), AssignmentBody.Read(AccessQuery.Text(r[1])))))
            .SelectMany(chunk => chunk);
    }
}
