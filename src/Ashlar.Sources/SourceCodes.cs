namespace Ashlar.Sources;

/// <summary>Codes of what sources say. Never used for something else once given.</summary>
public static class SourceCodes
{
    public const string CannotRead = "ASH1001";
    public const string Loop = "ASH1002";
    public const string NotAssessable = "ASH1003";
    public const string Binary = "ASH1004";
    public const string Empty = "ASH1005";
    public const string Broken = "ASH1006";
    public const string NotUtf8 = "ASH1007";
    public const string NotResources = "ASH1008";
    public const string TooLarge = "ASH1009";
    public const string NoBody = "ASH1010";
    public const string DepthCut = "ASH1011";
    public const string SyntheticIds = "ASH1012";
    public const string Undecided = "ASH1013";
    public const string ErrorResponse = "ASH1014";
    public const string Manifest = "ASH1015";
    public const string AsOf = "ASH1016";
    public const string TerraformPlan = "ASH1030";
    public const string TerraformUnmapped = "ASH1031";
    public const string TerraformLoose = "ASH1032";
    public const string NoInput = "ASH1018";
    public const string Bicep = "ASH1019";
    public const string BicepError = "ASH1020";
    public const string NotRestored = "ASH1021";
    public const string NotExpanded = "ASH1022";
    public const string Literal = "ASH1023";
    public const string NotDeployed = "ASH1024";
}
