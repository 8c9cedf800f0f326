namespace Ashlar.Content;

/// <summary>Reads the keys of one YAML map strictly: unknown, missing and wrongly typed keys are said, all of them, and reading goes on.</summary>
internal sealed class YamlFields
{
    private readonly Dictionary<string, YamlPair> _pairs = new(StringComparer.Ordinal);

    public YamlFields(YamlMap map, string file, ProblemList problems, params IReadOnlyList<string> known)
    {
        (Map, File, Problems) = (map, file, problems);
        foreach (var pair in map.Pairs)
        {
            if (known.Contains(pair.Key))
            {
                _pairs[pair.Key] = pair;
            }
            else
            {
                problems.Error(LintCodes.UnknownKey, file, pair.Line, pair.Column,
                    $"'{pair.Key}' is no key of this place.{Nearest.Hint(pair.Key, known)} Known here: {string.Join(", ", known)}.");
            }
        }
    }

    public YamlMap Map { get; }

    public string File { get; }

    public ProblemList Problems { get; }

    /// <summary>The fields of <paramref name="value"/> when it is a map; else a problem and null.</summary>
    public static YamlFields? Of(YamlValue? value, string what, string file, ProblemList problems, params IReadOnlyList<string> known)
    {
        if (value is YamlMap map)
        {
            return new YamlFields(map, file, problems, known);
        }

        if (value is not null)
        {
            problems.Error(LintCodes.WrongValue, file, value.Line, value.Column, $"{what} is a map of keys and values here: {string.Join(", ", known)}.");
        }

        return null;
    }

    public YamlPair? Find(string key) => _pairs.GetValueOrDefault(key);

    public int LineOf(string key) => Find(key)?.Line ?? Map.Line;

    public YamlValue? Value(string key, bool required)
    {
        if (Find(key) is { } pair)
        {
            return pair.Value;
        }

        if (required)
        {
            Problems.Error(LintCodes.MissingKey, File, Map.Line, Map.Column, $"The key '{key}' is missing. Add it.");
        }

        return null;
    }

    /// <summary>Text, trimmed at the end; a number or a boolean without quotes is taken as written.</summary>
    public string? Text(string key, bool required)
    {
        switch (Value(key, required))
        {
            case null:
                return null;
            case YamlText { IsNull: false } text when text.Value.Trim().Length > 0:
                return text.Value.TrimEnd();
            case var other:
                Wrong(other, $"'{key}' must be text and not empty.");
                return null;
        }
    }

    public bool Flag(string key, bool whenAbsent)
    {
        switch (Value(key, required: false))
        {
            case null:
                return whenAbsent;
            case YamlText { AsBool: { } flag }:
                return flag;
            case var other:
                Wrong(other, $"'{key}' must be true or false.");
                return whenAbsent;
        }
    }

    /// <summary>A list of texts with their places; empty when absent.</summary>
    public IReadOnlyList<YamlText> Texts(string key, bool required)
    {
        switch (Value(key, required))
        {
            case null:
                return [];
            case YamlList list:
                return TextsOf(list, key);
            case var other:
                Wrong(other, $"'{key}' must be a list of texts, such as [ a, b ].");
                return [];
        }
    }

    /// <summary>The value when it is a list; else a problem and an empty list.</summary>
    public IReadOnlyList<YamlValue> Items(string key, bool required)
    {
        switch (Value(key, required))
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
            case var other:
                Wrong(other, $"'{key}' must be a list.");
                return [];
        }
    }

    /// <summary>The pairs when the value is a map; else a problem and nothing.</summary>
    public IReadOnlyList<YamlPair> Pairs(string key, bool required)
    {
        switch (Value(key, required))
        {
            case null:
                return [];
            case YamlMap map:
                return map.Pairs;
            case var other:
                Wrong(other, $"'{key}' must be a map of names and values.");
                return [];
        }
    }

    public List<YamlText> TextsOf(YamlList list, string key)
    {
        var texts = new List<YamlText>();
        foreach (var item in list.Items)
        {
            if (item is YamlText { IsNull: false } text && text.Value.Length > 0)
            {
                texts.Add(text);
            }
            else
            {
                Wrong(item, $"Each item of '{key}' must be text.");
            }
        }

        return texts;
    }

    public void Wrong(YamlValue at, string message) => Problems.Error(LintCodes.WrongValue, File, at.Line, at.Column, message);
}
