using System.Text.Json;
using Ashlar.Graph.Access.Granting;

namespace Ashlar.Graph.Access.Writing;

/// <summary>Numbers what proves grants, each once.</summary>
internal sealed class Proofs
{
    private readonly Dictionary<string[], int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string[] Ids, string Scope)> _all = [];

    public int Of(Piece piece)
    {
        // The pieces that one assignment was parted into share its ids.
        if (_numbers.TryGetValue(piece.Ids, out var number))
            return number;
        _all.Add((piece.Ids, piece.ScopeText));
        return _numbers[piece.Ids] = _all.Count - 1;
    }

    public IEnumerable<object?[]> Rows() => _all.Select((p, i) =>
        p.Ids is [var only] && IsPlain(only) && only.StartsWith(p.Scope, StringComparison.Ordinal)
            ? new object?[] { i, only, p.Scope.Length, "" }
            : [i, JsonSerializer.Serialize(p.Ids), -1, p.Scope]);

    // As JSON writes it, without escapes.
    private static bool IsPlain(string id) =>
        !id.AsSpan().ContainsAnyExceptInRange(' ', '~') && !id.AsSpan().ContainsAny(Escaped);

    private static readonly System.Buffers.SearchValues<char> Escaped = System.Buffers.SearchValues.Create("\"\\<>&'+`");
}
