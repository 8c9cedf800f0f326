using Ashlar.Graph.Drift.Comparing;

namespace Ashlar.Graph.Tests.Drift;

public sealed class SettingDriftTests
{
    [Theory]
    [InlineData("""{"env":[{"name":"OPENAI_API_KEY","value":"sk-1"}]}""", """{"env":[{"name":"OPENAI_API_KEY","value":"sk-2"}]}""")]
    [InlineData("""{"env":[{"name":"system_prompt","value":"sk-1"}]}""", "{}")]
    [InlineData("""{"api_key":"sk-1"}""", """{"api_key":"sk-2"}""")]
    [InlineData("{}", """{"containers":[{"properties":{"environmentVariables":[{"name":"PW","value":"sk-2"}]}}]}""")]
    [InlineData("""{"target":"https://user:sk-1@host.example/?sig=sk-1"}""", """{"target":"https://host.example/?sig=sk-2"}""")]
    public void What_may_be_a_secret_or_a_prompt_is_never_shown(string before, string after)
    {
        var shown = string.Join('\n', SettingDrift.Of("p", before, after).Select(c => $"{c.Before} {c.After}"));
        Assert.NotEqual("", shown);
        Assert.DoesNotContain("sk-", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":true}}""", """{"b":{"c":false},"a":1}""", "p.b.c: true -> false")]
    [InlineData("""{"a":null}""", """{}""", "")]
    [InlineData("""{"Mode":"x"}""", """{"mode":"x"}""", "")]
    [InlineData("""{"ips":["1","2"]}""", """{"ips":["2","1"]}""", "")]
    [InlineData("""{"ips":["1"]}""", """{"ips":["1","2"]}""", """p.ips: ["1"] -> ["1","2"]""")]
    [InlineData("""{"rules":[{"name":"R","port":1},{"name":"s","port":2}]}""", """{"rules":[{"name":"S","port":2},{"name":"r","port":3}]}""", "p.rules[r].name: \"R\" -> \"r\"; p.rules[r].port: 1 -> 3; p.rules[s].name: \"s\" -> \"S\"")]
    [InlineData("""{"id":"/Subscriptions/A"}""", """{"id":"/subscriptions/a"}""", "")]
    [InlineData("""{"etag":"1","systemData":{"lastModifiedBy":"a"}}""", """{"etag":"2","systemData":{"lastModifiedBy":"b"}}""", "")]
    [InlineData("""{"clientSecret":"one"}""", """{"clientSecret":"two"}""", "p.clientSecret: \"(not shown)\" -> \"(not shown)\"")]
    [InlineData("westeurope", "northeurope", "p: \"westeurope\" -> \"northeurope\"")]
    [InlineData("", """{"type":"SystemAssigned"}""", """p: nothing -> {"type":"SystemAssigned"}""")]
    public void A_setting_differs_when_its_value_does(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join("; ", SettingDrift.Of("p", before, after).Select(s => $"{s.Path}: {s.Before ?? "nothing"} -> {s.After ?? "nothing"}")));

    [Fact]
    public void A_merge_shows_every_key_once_and_in_order() =>
        Assert.Equal(["a:a-", "b:bb", "c:-c"], SortedMerge.Of(["b", "a", "a"], ["c", "b"], s => s).Select(m => $"{m.Key}:{m.Before ?? "-"}{m.After ?? "-"}"));
}
