namespace Ashlar.Graph.Access.Rules;

/// <summary>Gives each target its class.</summary>
internal sealed class TargetClasses(RuleBook rules)
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly List<TargetClass> _all = [];

    public IReadOnlyList<TargetClass> All => _all;

    /// <param name="guards">Answers of the type's guards, in order; null = not known.</param>
    public int Of(string type, ReadOnlySpan<bool?> guards)
    {
        var key = Key(type, guards);
        if (_known.TryGetValue(key, out var index))
            return index;
        var open = new List<(Alternative, AccessState)>();
        foreach (var alternative in rules.ByType[type])
        {
            var answer = alternative.Guard < 0 ? true : guards[alternative.Guard];
            if (answer != false)
                open.Add((alternative, answer is null ? AccessState.Unknown : AccessState.Active));
        }

        _all.Add(new TargetClass(_all.Count, type, open)
        {
            Capabilities = [.. rules.ByType[type].Select(a => a.Capability).Distinct().Order()],
            KeyAuth = KeyAuth(type, guards),
        });
        return _known[key] = _all.Count - 1;
    }

    // Whether keys open anything is what the guards of the roads by key say.
    private bool? KeyAuth(string type, ReadOnlySpan<bool?> guards)
    {
        var (any, unknown) = (false, false);
        foreach (var alternative in rules.ByType[type].Where(a => a.ByKey))
        {
            var answer = alternative.Guard < 0 ? true : guards[alternative.Guard];
            if (answer == true)
                return true;
            any = true;
            unknown |= answer is null;
        }

        return any && !unknown ? false : null;
    }

    private static string Key(string type, ReadOnlySpan<bool?> guards)
    {
        var text = new System.Text.StringBuilder(type);
        foreach (var guard in guards)
            text.Append(guard switch { true => '1', false => '0', null => '?' });
        return text.ToString();
    }
}
