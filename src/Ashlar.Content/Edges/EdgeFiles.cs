using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads <c>content/edges</c> of all content directories. An edge with an error is left out and said.</summary>
internal static class EdgeFiles
{
    public static IReadOnlyList<AccessEdge> Read(IEnumerable<ContentFile> files, KqlCatalog catalog, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var edges = new SortedDictionary<string, AccessEdge>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Path.StartsWith("edges/", StringComparison.Ordinal)))
        {
            var name = file.Path["edges/".Length..];
            if (!name.EndsWith(".yaml", StringComparison.Ordinal) || !EdgeForms.Id().IsMatch(name[..^".yaml".Length]))
            {
                problems.Error(LintCodes.Folder, file.Shown, 0, 0, "An edge is one file directly in edges/ that ends with .yaml; its name is the capability, lower case with dashes, such as read-keys.yaml.");
                continue;
            }

            var own = new ProblemList();
            var edge = EdgeFile.Read(file, catalog, frameworks, own);
            problems.AddRange(own.All);
            if (edge is null || own.All.Any(problem => problem.Level == DiagnosticLevel.Error))
            {
                continue;
            }

            if (!edges.TryAdd(edge.Id, edge))
            {
                problems.Error(LintCodes.IdClash, file.Shown, 0, 0, $"The id '{edge.Id}' is taken by {edges[edge.Id].File}. Rename this file: an id is never reused.");
            }
        }

        return [.. edges.Values];
    }
}
