namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads assignments with what of their bodies counts.</summary>
internal static class AssignmentBodies
{
    public static IReadOnlyList<(string Id, AssignmentBody Body)> Read(AccessQuery query, string rows)
    {
        var found = query.Run(rows + " | project id, tostring(properties.principalId), tostring(properties.principalType), tostring(properties.roleDefinitionId), tostring(properties.scope), tostring(properties.condition)");
        var bodies = new List<(string, AssignmentBody)>(found.Count);
        foreach (var row in found)
            bodies.Add((AccessQuery.Text(row[0]), new AssignmentBody(AccessQuery.Text(row[1]), AccessQuery.Text(row[2]), AccessQuery.Text(row[3]), AccessQuery.Text(row[4]), AccessQuery.Text(row[5]))));
        return bodies;
    }
}
