namespace Ashlar.Model;

/// <summary>The spelling of a data set in gaps and cases: <c>table</c>, or <c>table/type</c>.</summary>
public static class DataSets
{
    /// <summary>Table, and lower-case type or null: <c>armresources/microsoft.search/searchservices</c> is all of one type of <c>armresources</c>.</summary>
    public static (string Table, string? Type) Split(string dataSet)
    {
        var slash = dataSet.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (dataSet, null) : (dataSet[..slash], dataSet[(slash + 1)..].ToLowerInvariant());
    }
}
