using System.Security.Cryptography;
using System.Text;

namespace Ashlar.Model.Tests;

public sealed class FingerprintsTests
{
    [Theory]
    [InlineData("keys-off", "/Subscriptions/1/X/", null)]
    [InlineData("keys-off", "/subscriptions/1/x", "10.0.0.0/8")]
    [InlineData("schlüssel-aus", "/subscriptions/1/Ä", "\ud83d")]
    public void A_fingerprint_is_the_hash_of_control_key_and_sub_key(string control, string id, string? subKey) =>
        Assert.Equal(Hash($"{control}\u001f{ResourceIds.Key(id)}\u001f{subKey}"), Fingerprints.Of(control, id, subKey));

    [Fact]
    public void A_long_sub_key_is_hashed_to_its_end()
    {
        var rule = new string('ä', 5000);

        Assert.Equal(Hash($"c\u001f/x\u001f{rule}1"), Fingerprints.Of("c", "/x", rule + "1"));
        Assert.NotEqual(Fingerprints.Of("c", "/x", rule + "1"), Fingerprints.Of("c", "/x", rule + "2"));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
