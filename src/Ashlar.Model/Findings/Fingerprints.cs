using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Model;

/// <summary>The identity of a finding across runs: baseline, diff, suppression and SARIF stand on it.</summary>
public static class Fingerprints
{
    private const byte Separator = 0x1f;
    private const int OnStack = 2048;

    /// <summary>First 32 hex digits of SHA-256 over control, lower-case resource id and sub-key, separated by U+001F.</summary>
    public static string Of(string control, string resourceId, string? subKey) => OfKey(control, ResourceIds.Key(resourceId), subKey);

    /// <param name="key">As <see cref="ResourceIds.Key"/> gives it.</param>
    public static string OfKey(string control, string key, string? subKey)
    {
        var most = Encoding.UTF8.GetMaxByteCount(control.Length + key.Length + (subKey?.Length ?? 0)) + 2;
        // Made for every finding of a run: no text is put together only to be hashed.
        var text = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(control, text);
        text[length++] = Separator;
        length += Encoding.UTF8.GetBytes(key, text[length..]);
        text[length++] = Separator;
        length += Encoding.UTF8.GetBytes(subKey, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
