namespace Ashlar.Kql;

public enum KqlDialect
{
    /// <summary>Azure Resource Graph: implicit <c>resources</c>, table names in any case, its own limits.</summary>
    Arg,

    /// <summary>Log Analytics and Azure Data Explorer.</summary>
    LogAnalytics,
}
