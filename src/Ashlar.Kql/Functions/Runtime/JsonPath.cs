using System.Globalization;
using Ashlar.Kql.Binding;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Reads <c>$.a['b'][0]</c>.</summary>
internal static class JsonPath
{
    public static IEnumerable<PathStep> Steps(string path)
    {
        var at = path.StartsWith('$') ? 1 : 0;
        while (at < path.Length)
        {
            if (path[at] == '[')
            {
                var close = path.IndexOf(']', at);
                if (close < 0)
                    yield break;
                var inner = path[(at + 1)..close].Trim();
                yield return long.TryParse(inner, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) ? new PathStep(null, index) : new PathStep(inner.Trim('\'', '"'), 0);
                at = close + 1;
                continue;
            }

            if (path[at] == '.')
                at++;
            var start = at;
            while (at < path.Length && path[at] is not ('.' or '['))
                at++;
            if (at > start)
                yield return new PathStep(path[start..at], 0);
        }
    }
}
