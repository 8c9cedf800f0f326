using System.Text;
using Ashlar.Sources.Exports;
using Ashlar.Store;

namespace Ashlar.Sources.Tests;

public sealed class MutatedInputTests
{
    private const string A = $$"""{"id":"{{Export.Account}}","type":"Microsoft.CognitiveServices/accounts","properties":{"a":[1,{"b":"x\u0041"}],"c":null},"tags":{"t":"é"} }""";
    private static readonly string[] Seeds =
    [
        $"[{A},{A}]",
        $"{A}\n{A}\n",
        $"{{\"count\":1,\"data\":[{A}],\"skip_token\":null}}",
        $"{{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users\",\"value\":[{{\"id\":\"u\",\"userPrincipalName\":\"a@b\"}}]}}",
        $$"""[{"Id":"{{Export.Storage}}","Type":"Microsoft.Storage/storageAccounts","Properties":{"NetworkAcls":{"DefaultAction":"Deny"} },"resources":[{"name":"default","type":"blobServices","properties":{} }]}]""",
        $$"""[{"id":"{{Export.Storage}}","type":"Microsoft.Storage/storageAccounts","networkRuleSet":{"ipRules":[{"ipAddressOrRange":"1.2.3.4"}]},"privateEndpointConnections":[{"id":"x","provisioningState":"y"}]}]""",
        """{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#","parameters":{"n":{"type":"string","defaultValue":"x"} },"variables":{"v":"[concat(parameters('n'), 'y')]"},"resources":[{"type":"Microsoft.KeyVault/vaults","name":"[format('{0}-{1}', variables('v'), uniqueString('a'))]","properties":{"a":"[parameters('n')]"},"resources":[{"type":"keys","name":"k","properties":{} }]}]}""",
    ];

    /// <summary>Seeded, so that a failure comes again.</summary>
    [Fact]
    public void No_damage_to_a_file_ends_the_run()
    {
        var random = new Random(20260615);
        var folder = Directory.CreateTempSubdirectory("ashlar-mutated-");
        try
        {
            for (var round = 0; round < 600; round++)
            {
                var bytes = Encoding.UTF8.GetBytes(Seeds[round % Seeds.Length]).ToList();
                for (var change = random.Next(1, 4); change > 0 && bytes.Count > 1; change--)
                {
                    Damage(bytes, random);
                }

                var path = Path.Combine(folder.FullName, "f.json");
                File.WriteAllBytes(path, [.. bytes]);
                using var writer = SnapshotWriter.Create(Path.Combine(folder.FullName, "s.ashlar"));
                var report = ExportSource.Read([path], writer, Export.Literal, CancellationToken.None);
                Assert.True(report.Rows.Values.Sum() > 0 || report.Diagnostics.Count > 0, "nothing read and nothing said: " + Encoding.UTF8.GetString([.. bytes]));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(40), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveAt(at);
                break;
            case 2:
                bytes.Insert(at, (byte)"{}[]\",:\\/ \n0tnf"[random.Next(15)]);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            default:
                bytes.RemoveRange(at, length);
                break;
        }
    }
}
