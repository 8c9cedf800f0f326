using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Model;

/// <summary>The identity of a finding across runs: baseline, diff, suppression and SARIF stand on it.</summary>
public static class Fingerprints
{
    /// <summary>First 32 hex digits of SHA-256 over control, lower-case resource id and sub-key, separated by U+001F.</summary>
    public static string Of(string control, string resourceId, string? subKey)
    {
        var text = string.Concat(control, "\u001f", ResourceIds.Key(resourceId), "\u001f") + subKey;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
