using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Replaces principals by pseudonyms that are the same in every output and every run.</summary>
/// <remarks>
/// Replaced: object ids, app ids and the tenant id (every GUID except those that name a subscription, definition or assignment),
/// user principal names and mail addresses, the display names of users, groups and applications, and the names of user-assigned
/// identities, in text and in resource ids. One principal has one pseudonym, whichever of its names was met; a name that two
/// principals bear has its own.
/// Kept: all other resource ids and names (a system-assigned identity bears the name of its resource), subscription ids, tags and
/// settings that name no known principal.
/// A pseudonym is HMAC-SHA-256 over the lower-case value. Without a salt the key is a constant: pseudonyms then agree between
/// reports of different people, and somebody with a list of candidate names can test them. With a salt only its holder can.
/// </remarks>
public sealed partial class Redaction
{
    // A GUID that stands after one of these names an Azure object, not a principal.
    private static readonly string[] KeptAfter =
    [
        "/subscriptions/", "/roledefinitions/", "/roleassignments/", "/policydefinitions/", "/policysetdefinitions/", "/policyassignments/",
        "/roleeligibilityschedules/", "/roleassignmentschedules/", "/assessments/", "/denyassignments/", "/locks/",
    ];

    private readonly byte[] _key;
    private readonly Dictionary<string, string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _kept;
    private readonly PrincipalNames _names;

    /// <param name="keptIds">Subscription ids: kept wherever they stand.</param>
    /// <param name="salt">Null = the constant key.</param>
    public Redaction(IEnumerable<KnownPrincipal> principals, IEnumerable<string> keptIds, string? salt)
    {
        _key = SHA256.HashData(Encoding.UTF8.GetBytes("ashlar redaction 1\n" + salt));
        _kept = new HashSet<string>(keptIds, StringComparer.OrdinalIgnoreCase);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var principal in principals)
        {
            var pseudonym = Pseudonym(principal.Kind, principal.Id);
            _kept.Remove(principal.Id);
            Know(principal.Id, pseudonym);
            foreach (var alias in principal.Aliases.Where(a => a.Trim().Length > 1))
            {
                Know(alias, pseudonym);
                if (!Guid.TryParse(alias, out _))
                    names.Add(alias);
            }
        }

        _names = new PrincipalNames(names);
    }

    /// <summary>The same for two reports whose pseudonyms agree; tells nothing else of the salt.</summary>
    public string Mark => Convert.ToHexStringLower(HMACSHA256.HashData(_key, "ashlar redaction mark"u8).AsSpan(0, 6));

    /// <summary>The fingerprint of a redacted subject is made from what is shown, else a guessed name could be tested against it.</summary>
    public string Fingerprint(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var id = Ids(finding.ResourceId);
        var subKey = Maybe(finding.SubKey);
        return id == finding.ResourceId && subKey == finding.SubKey ? finding.Fingerprint : Fingerprints.Of(finding.Control, id, subKey);
    }

    /// <summary>Free text and values.</summary>
    public string Text(string text) => Ids(_names.Replace(text, name => Known(name) ?? Pseudonym("principal", name)));

    /// <summary>Null stays null.</summary>
    public string? Maybe(string? text) => text is null ? null : Text(text);

    /// <summary>A resource id, or the name of a property: a resource that only shares its name with a principal keeps it.</summary>
    public string Ids(string text)
    {
        var result = text;
        if (result.Contains("/userassignedidentities/", StringComparison.OrdinalIgnoreCase))
            result = IdentityName().Replace(result, match => match.Groups[1].Value + Identity(match.Groups[2].Value));
        if (result.Contains("/providers/microsoft.graph/", StringComparison.OrdinalIgnoreCase))
            result = _names.Replace(result, name => Known(name) ?? Pseudonym("principal", name));
        if (result.Contains('@', StringComparison.Ordinal))
            result = Mail().Replace(result, match => Known(match.Value) ?? Pseudonym("mail", match.Value));
        return result.Contains('-', StringComparison.Ordinal) ? Id().Replace(result, match => RedactGuid(result, match)) : result;
    }

    // In text the name may have been replaced already, as that of a known principal.
    private string Identity(string name) => IsPseudonym().IsMatch(name) ? name : Known(name) ?? Pseudonym("identity", name);

    private string Pseudonym(string kind, string value)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(value.ToLowerInvariant()));
        return kind + "-" + Convert.ToHexStringLower(hash.AsSpan(0, 6));
    }

    private string? Known(string value) => _known.GetValueOrDefault(value);

    private void Know(string value, string pseudonym)
    {
        if (!_known.TryAdd(value, pseudonym) && _known[value] != pseudonym)
            _known[value] = Pseudonym("principal", value);
    }

    private string RedactGuid(string text, Match match)
    {
        if (Known(match.Value) is { } pseudonym)
            return pseudonym;
        if (_kept.Contains(match.Value))
            return match.Value;
        foreach (var segment in KeptAfter)
        {
            var from = match.Index - segment.Length;
            if (from >= 0 && string.Compare(text, from, segment, 0, segment.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return match.Value;
        }

        return Pseudonym("id", match.Value);
    }

    [GeneratedRegex("^(?:user|group|app|identity|principal|mail|id|tenant)-[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsPseudonym();

    [GeneratedRegex(@"(/userassignedidentities/)([^/\s""'\\]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdentityName();

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-#']+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
