using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Tests.Workloads;

public class ReferenceTests
{
    [Theory]
    [InlineData("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/x", "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v")]
    [InlineData("ResourceId=/subscriptions/s/resourceGroups/g(1)/providers/Microsoft.Storage/storageAccounts/st;x=y", "/subscriptions/s/resourceGroups/g(1)/providers/Microsoft.Storage/storageAccounts/st")]
    [InlineData("/subscriptions/s/resourceGroups/g", null)]
    [InlineData("/subscriptions/s", null)]
    [InlineData("nothing", null)]
    public void Ids_are_found_in_text_and_cut_to_the_resource(string text, string? id) =>
        Assert.Equal(id is null ? [] : [id], In(text).Select(r => r.Id));

    [Theory]
    [InlineData("https://Oai.OpenAI.azure.com/openai/deployments", "oai.openai.azure.com")]
    [InlineData("wss://x.cognitiveservices.azure.us", "x.cognitiveservices.azure.us")]
    [InlineData("AccountEndpoint=https://c.documents.azure.com:443/;", "c.documents.azure.com")]
    [InlineData("https://x.usgovcloudapi.net.evil.example", null)]
    [InlineData("https://openai.azure.com", null)]
    [InlineData("https://api.partner.example", null)]
    public void Hosts_are_found_in_text(string text, string? host) => Assert.Equal(host is null ? [] : [host], In(text).Select(r => r.Host));

    [Fact]
    public void Names_of_members_are_read_too()
    {
        var found = Assert.Single(Read("""{"userAssignedIdentities":{"/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/mi":{}}}"""));
        Assert.Equal("properties.userAssignedIdentities", found.Path);
    }

    [Fact]
    public void One_target_is_told_once() => Assert.Single(In("https://a.openai.azure.com https://A.openai.azure.com"));

    private static IReadOnlyList<Reference> In(string text) => Read(JsonSerializer.Serialize(new { text }));

    private static IReadOnlyList<Reference> Read(string properties)
    {
        using var document = JsonDocument.Parse(properties);
        return References.In("a.b/c", document.RootElement, default);
    }
}
