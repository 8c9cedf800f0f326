using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>What a suppression is about: one resource, everything at or below a scope, or resources by name.</summary>
/// <param name="Text">Id, or a name in which <c>*</c> stands for any characters.</param>
public sealed record SuppressionTarget(SuppressionTargetKind Kind, string Text)
{
    public bool Covers(string resourceId)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        return Kind switch
        {
            SuppressionTargetKind.Resource => ResourceIds.Key(resourceId) == ResourceIds.Key(Text),
            SuppressionTargetKind.Scope => ResourceIds.Covers(Text, resourceId),
            SuppressionTargetKind.Name => NameMatches(Text, ResourceIds.Name(resourceId)),
            _ => throw new InvalidOperationException("An unknown kind of target."),
        };
    }

    // From left to right, each piece at its first place: that is enough where * is the only sign, and takes no time that a name could blow up.
    private static bool NameMatches(string pattern, string name)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
        {
            return name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        }

        if (!name.StartsWith(pieces[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var at = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            var found = name.IndexOf(piece, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return name.Length - at >= pieces[^1].Length && name.EndsWith(pieces[^1], StringComparison.OrdinalIgnoreCase);
    }
}
