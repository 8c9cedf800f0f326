namespace Ashlar.Content;

/// <summary>Codes of what can be wrong with content and settings; stable, never reused.</summary>
public static class LintCodes
{
    public const string Unreadable = "ASH2001";
    public const string UnknownKey = "ASH2002";
    public const string MissingKey = "ASH2003";
    public const string WrongValue = "ASH2004";
    public const string Folder = "ASH2005";
    public const string IdClash = "ASH2006";
    public const string ScopeLine = "ASH2010";
    public const string ScopeQuery = "ASH2011";
    public const string ScopeColumns = "ASH2012";
    public const string Query = "ASH2013";
    public const string QueryColumns = "ASH2014";
    public const string Framework = "ASH2015";
    public const string Reference = "ASH2016";
    public const string Placeholder = "ASH2017";
    public const string Setting = "ASH2018";
    public const string Default = "ASH2019";
    public const string OrderDependence = "ASH2020";
    public const string Manual = "ASH2021";
    public const string ScopeBody = "ASH2022";
    public const string Complete = "ASH2023";
    public const string CaseTable = "ASH2030";
    public const string CasesIncomplete = "ASH2031";
    public const string CaseVerdict = "ASH2032";
    public const string CaseRuleError = "ASH2033";
    public const string SilentPass = "ASH2034";
    public const string UnprovenPath = "ASH2035";
    public const string AbsencePass = "ASH2036";
    public const string BodylessVerdict = "ASH2037";
    public const string GapVerdict = "ASH2038";
    public const string Choice = "ASH2039";
    public const string FixMissing = "ASH2040";
    public const string FixProof = "ASH2041";
    public const string SettingsFile = "ASH2050";
    public const string Suppression = "ASH2060";
    public const string EdgeAction = "ASH2070";
    public const string EdgeGuard = "ASH2071";
    public const string EdgeProof = "ASH2072";
}
