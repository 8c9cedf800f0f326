namespace Ashlar.Sources.Templates.Preparation;

/// <summary>Expressions for what is not known before deployment. Microsoft's evaluator cannot evaluate them offline, so whatever depends on one stays an expression.</summary>
internal static class StandIn
{
    private const string Mark = "deployer().ashlar";

    /// <summary>A value of which nothing is known, not even a name.</summary>
    public const string Unknown = "[" + Mark + "]";

    /// <summary>A condition of which nothing is known.</summary>
    public const string Maybe = "[not(empty(" + Mark + "))]";

    /// <summary>The value of a parameter that nobody has given.</summary>
    public static string Of(string parameter) => "[" + Mark + "['" + parameter.Replace("'", "''", StringComparison.Ordinal) + "']]";
}
