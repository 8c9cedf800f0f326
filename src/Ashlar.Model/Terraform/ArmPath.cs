namespace Ashlar.Model;

/// <summary>A path into an ARM resource: <c>properties.a.b</c>; a name with dots in brackets, <c>properties.a['b.c']</c>; <c>[]</c> stands for each element.</summary>
public static class ArmPath
{
    /// <summary>The names along the path, without what says "each element".</summary>
    public static string[] Steps(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var steps = new List<string>();
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '[')
            {
                var close = path.IndexOf(']', at);
                close = close < 0 ? path.Length : close;
                if (path[(at + 1)..close].Trim('\'', '"') is { Length: > 0 } name)
                {
                    steps.Add(name);
                }

                at = close + 1;
            }
            else if (path[at] == '.')
            {
                at++;
            }
            else
            {
                var end = path.AsSpan(at).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : at + end;
                steps.Add(path[at..end]);
                at = end;
            }
        }

        return [.. steps];
    }

    /// <summary>True when one path is the other or lies below it, in any case.</summary>
    public static bool Overlap(string a, string b)
    {
        var (x, y) = (Steps(a), Steps(b));
        return x.Zip(y).All(pair => pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
