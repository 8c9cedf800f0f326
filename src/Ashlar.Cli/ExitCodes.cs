using Ashlar.Model;

namespace Ashlar.Cli;

/// <summary>The exit codes of every verb, in one place.</summary>
internal static class ExitCodes
{
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>Nothing could be assessed, or bad usage.</summary>
    public const int Unusable = 2;

    /// <summary>Assessed, but something could not be seen (gaps).</summary>
    public const int Incomplete = 3;

    /// <summary>A bug in Ashlar.</summary>
    public const int Bug = 4;

    /// <summary>Precedence 4 &gt; 2 &gt; 1 &gt; 3 &gt; 0; with <paramref name="strict"/> 3 stands above 1.</summary>
    public static int Of(bool assessed, Severity? worstFail, Severity? failOn, bool incomplete, bool strict) =>
        Of(assessed, failOn is { } threshold && worstFail is { } worst && worst >= threshold, incomplete, strict);

    /// <param name="found">What the user asked to fail on was found.</param>
    public static int Of(bool assessed, bool found, bool incomplete, bool strict)
    {
        if (!assessed)
        {
            return Unusable;
        }

        return (found, incomplete) switch
        {
            (true, true) => strict ? Incomplete : Findings,
            (true, false) => Findings,
            (false, true) => Incomplete,
            _ => Clean,
        };
    }
}
