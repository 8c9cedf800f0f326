using System.Text.Json;
using Ashlar.Graph.Access.Reading;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Every principal, by its number in the access tables.</summary>
internal sealed class People
{
    private readonly Person?[] _all;
    private readonly Dictionary<string, Person> _byApp = new(StringComparer.OrdinalIgnoreCase);

    public People(AccessQuery query, AccessNumbers access)
    {
        _all = new Person?[access.Principals.Length];
        var pool = new TextPool();
        query.Scan("Identities | project Id, ResourceId, Name, Kind, AppId, Enabled, LastSignIn, tolong(Tier), Everyone, RunsOn, Workloads, Federations, Credentials, Complete", row =>
        {
            var id = row.Text(0);
            if (access.PrincipalOf(id) is not (>= 0 and var number))
                return;
            var person = new Person(number, id, row.Text(1), row.Text(2), pool.Of(row.Utf8(3)), row.Text(4), row.Bool(5), row.Time(6), row.Long(7) ?? 2, row.Bool(8) == true)
            {
                RunsOn = Json(row.Utf8(9)),
                Workloads = Json(row.Utf8(10)),
                Federations = Json(row.Utf8(11)),
                Credentials = Json(row.Utf8(12)),
                Complete = row.Bool(13) == true,
            };
            _all[number] = person;
            if (person.AppId.Length > 0)
                _byApp.TryAdd(person.AppId, person);
        });
        All = [.. _all.OfType<Person>().OrderBy(p => p.Id, StringComparer.Ordinal)];
    }

    public int Count => _all.Length;

    /// <summary>In the order of their object ids, which no other principal shifts.</summary>
    public IReadOnlyList<Person> All { get; }

    public Person? this[int number] => number < 0 ? null : _all[number];

    public Person? OfApplication(string appId) => _byApp.GetValueOrDefault(appId);

    /// <summary>Texts of a JSON array.</summary>
    public static IReadOnlyList<string> Texts(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<string>>(json)!;

    private static string Json(ReadOnlySpan<byte> utf8) => utf8.Length <= 2 ? "" : System.Text.Encoding.UTF8.GetString(utf8);
}
