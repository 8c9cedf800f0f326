namespace Ashlar.Content;

/// <summary>A YAML value that knows where it stands. Line and column from 1.</summary>
internal abstract record YamlValue(int Line, int Column);

/// <param name="Plain">Written without quotes, so it may be a number, a boolean or null.</param>
/// <param name="Block">Written as <c>|</c> or <c>&gt;</c>: the text starts on the next line.</param>
internal sealed record YamlText(string Value, bool Plain, bool Block, int Line, int Column) : YamlValue(Line, Column)
{
    /// <summary>YAML 1.2 core schema.</summary>
    public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";

    public bool? AsBool => !Plain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };
}

internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

internal sealed record YamlPair(string Key, YamlValue Value, int Line, int Column);

internal sealed record YamlMap(IReadOnlyList<YamlPair> Pairs, int Line, int Column) : YamlValue(Line, Column);
