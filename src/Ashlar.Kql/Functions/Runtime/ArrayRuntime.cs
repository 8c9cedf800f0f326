using System.Globalization;
using System.Text.Json;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Arrays as JSON text. An argument that is no array gives null, as in Kusto.</summary>
internal static class ArrayRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Value<string, long>("k_array_length", json => Items(json)?.Count);
        registry.Text<string>("k_array_concat", json => Items(json) is { } arrays ? Join(arrays.SelectMany(a => Items(a) ?? [a])) : null);
        registry.Text<string, long, long>("k_array_slice", Slice);
        registry.Text<string, string>("k_array_split", Split);
        registry.Value<string, string, long, long, long>("k_array_index_of", IndexOf);
        registry.Text<string>("k_array_reverse", json => Items(json) is { } items ? Join(Enumerable.Reverse(items)) : null);
        registry.Value<string, double>("k_array_sum", Sum);
        registry.Text<string, string, string>("k_array_iff", Iff);
        registry.Text<string, long>("k_array_rotate", (json, by) => Items(json) is { } items ? Join(items.Select((_, i) => items[(int)((((i + by) % items.Count) + items.Count) % items.Count)])) : null);
        registry.Text<string, long, string>("k_array_shift", (json, by, fill) => Items(json) is { } items ? Join(items.Select((_, i) => i + by >= 0 && i + by < items.Count ? items[(int)(i + by)] : fill)) : null);
        registry.Text<string, bool, bool>("k_array_sort", Sort);
        registry.Text<string, bool>("k_array_sort_all", SortAll);
        registry.Text<string, string>("k_set", Set);
        registry.Value<string, string, bool>("k_set_equals", (a, b) => Items(a) is { } x && Items(b) is { } y ? x.ToHashSet(StringComparer.Ordinal).SetEquals(y) : null);
        registry.Text<string>("k_zip", Zip);
        registry.Text<string, string>("k_strcat_array", (json, delimiter) => Items(json) is null ? null : string.Join(delimiter, Texts(json)));
        registry.Value<string, string, double>("k_jaccard", Jaccard);
        registry.Text<string, string, long>("k_split", SplitText);
    }

    /// <summary>The JSON text of each element; null when it is no array.</summary>
    public static List<string>? Items(string json)
    {
        using var document = Json.Document(json);
        return document is { RootElement.ValueKind: JsonValueKind.Array } ? [.. document.RootElement.EnumerateArray().Select(Json.Text)] : null;
    }

    /// <summary>The elements as plain text; a value that is no array counts as its only element.</summary>
    public static IEnumerable<string> Texts(string json)
    {
        using var document = Json.Document(json);
        if (document is null)
            yield break;
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            yield return Json.ScalarText(document.RootElement);
            yield break;
        }

        foreach (var element in document.RootElement.EnumerateArray())
            yield return Json.ScalarText(element);
    }

    /// <summary>The elements that are strings, null for others; a value that is no array counts as its only element.</summary>
    public static List<string?> Strings(string json)
    {
        using var document = Json.Document(json);
        return document is null ? []
            : document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(Own)] : [Own(document.RootElement)];

        static string? Own(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>As <see cref="Texts"/>, the elements of nested arrays too.</summary>
    public static IEnumerable<string> FlatTexts(string json)
    {
        using var document = Json.Document(json);
        return document is null ? [] : Flat(document.RootElement).ToList();
    }

    private static IEnumerable<string> Flat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flat) : [Json.ScalarText(value)];

    public static List<long>? Longs(string json) =>
        Items(json) is { } items && items.All(i => Numbers.ParseLong(i) is not null) ? [.. items.Select(i => Numbers.ParseLong(i)!.Value)] : null;

    public static string Join(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    private static string? Slice(string json, long start, long end)
    {
        if (Items(json) is not { } items)
            return null;
        if (start < 0)
            start += items.Count;
        if (end < 0)
            end += items.Count;
        start = Math.Max(0, start);
        end = Math.Min(items.Count - 1, end);
        return start > end ? "[]" : Join(items.Skip((int)start).Take((int)(end - start + 1)));
    }

    private static string? Split(string json, string at)
    {
        if (Items(json) is not { } items || (Longs(at) ?? (Numbers.ParseLong(at) is { } one ? [one] : null)) is not { } indices)
            return null;
        var parts = new List<string>();
        var from = 0;
        foreach (var index in indices.Select(i => Math.Clamp(i < 0 ? i + items.Count : i, 0, items.Count)))
        {
            parts.Add(Join(items.Skip(from).Take((int)index - from)));
            from = Math.Max(from, (int)index);
        }

        parts.Add(Join(items.Skip(from)));
        return Join(parts);
    }

    private static long? IndexOf(string json, string value, long start, long packed)
    {
        if (Items(json) is not { } items)
            return null;
        var length = (int)(packed & 0xFFFFFFFF);
        var occurrence = (int)(packed >> 33);
        if (start < 0)
            start += items.Count;
        var end = length < 0 ? items.Count : Math.Min(items.Count, start + length);
        for (var i = Math.Max(0, start); i < end; i++)
            if (items[(int)i] == value && --occurrence == 0)
                return i;
        return -1;
    }

    private static double? Sum(string json)
    {
        if (Items(json) is not { } items)
            return null;
        var sum = 0.0;
        foreach (var item in items)
        {
            if (item is "true" or "false")
                sum += item == "true" ? 1 : 0;
            else if (Numbers.ParseReal(item) is { } number)
                sum += number;
            else if (item != "null")
                return null;
        }

        return sum;
    }

    private static string? Iff(string conditions, string then, string otherwise)
    {
        if (Items(conditions) is not { } tests)
            return null;
        var yes = Items(then);
        var no = Items(otherwise);
        return Join(tests.Select((test, i) => Truth(test) switch
        {
            true => yes is null ? then : i < yes.Count ? yes[i] : "null",
            false => no is null ? otherwise : i < no.Count ? no[i] : "null",
            null => "null",
        }));
    }

    private static bool? Truth(string json) => json switch
    {
        "true" => true,
        "false" => false,
        _ => Numbers.ParseReal(json.Trim('"')) is { } number ? number != 0 : bool.TryParse(json.Trim('"'), out var flag) ? flag : null,
    };

    private static string? Sort(string json, bool ascending, bool nullsLast)
    {
        if (Items(json) is not { } items)
            return null;
        var nulls = items.Where(i => i == "null").ToList();
        var rest = items.Where(i => i != "null").ToList();
        if (rest.All(i => Numbers.ParseReal(i) is not null))
            rest = [.. ascending ? rest.OrderBy(i => Numbers.ParseReal(i)) : rest.OrderByDescending(i => Numbers.ParseReal(i))];
        else if (rest.All(i => i.StartsWith('"') == rest[0].StartsWith('"')))
            rest = [.. ascending ? rest.OrderBy(i => i, StringComparer.Ordinal) : rest.OrderByDescending(i => i, StringComparer.Ordinal)];
        return Join(nullsLast ? rest.Concat(nulls) : nulls.Concat(rest));
    }

    /// <summary>Sorts the first array and moves the elements of the others along.</summary>
    private static string? SortAll(string json, bool ascending)
    {
        var arrays = Items(json)?.Select(Items).ToList();
        if (arrays is not { Count: > 0 } || arrays[0] is not { } first)
            return null;
        var places = Enumerable.Range(0, first.Count);
        var present = places.Where(i => first[i] != "null").ToList();
        var order = present.All(i => Numbers.ParseReal(first[i]) is not null)
            ? ascending ? present.OrderBy(i => Numbers.ParseReal(first[i])) : present.OrderByDescending(i => Numbers.ParseReal(first[i]))
            : ascending ? present.OrderBy(i => first[i], StringComparer.Ordinal) : present.OrderByDescending(i => first[i], StringComparer.Ordinal);
        var all = order.Concat(places.Where(i => first[i] == "null")).ToList();
        return Join(arrays.Select(a => a is null || a.Count != first.Count ? "null" : Join(all.Select(i => a[i]))));
    }

    private static string? Set(string kind, string json)
    {
        if (Items(json) is not { Count: > 0 } arrays || Items(arrays[0]) is not { } first)
            return null;
        IEnumerable<string> result = first.Distinct(StringComparer.Ordinal);
        foreach (var array in arrays.Skip(1))
        {
            if (Items(array) is not { } other)
                return null;
            result = kind switch
            {
                "union" => result.Union(other, StringComparer.Ordinal),
                "intersect" => result.Intersect(other, StringComparer.Ordinal),
                _ => result.Except(other, StringComparer.Ordinal),
            };
        }

        return Join(result);
    }

    private static string? Zip(string json)
    {
        if (Items(json) is not { } arrays)
            return null;
        var columns = arrays.Select(a => Items(a) ?? [a]).ToList();
        return Join(Enumerable.Range(0, columns.Max(c => c.Count)).Select(i => Join(columns.Select(c => i < c.Count ? c[i] : "null"))));
    }

    private static double? Jaccard(string a, string b)
    {
        if (Items(a) is not { } x || Items(b) is not { } y)
            return null;
        var all = x.Union(y, StringComparer.Ordinal).Count();
        return all == 0 ? double.NaN : (double)x.Intersect(y, StringComparer.Ordinal).Count() / all;
    }

    private static string? SplitText(string text, string delimiter, long index)
    {
        var parts = delimiter.Length == 0 ? [text] : text.Split(delimiter);
        if (index < 0)
            return Join(parts.Select(Json.String));
        return index < parts.Length ? Join([Json.String(parts[index])]) : "[]";
    }
}
