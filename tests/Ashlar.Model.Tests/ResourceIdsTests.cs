using Ashlar.Model;

namespace Ashlar.Model.Tests;

public sealed class ResourceIdsTests
{
    [Theory]
    [InlineData("/", "/subscriptions/1", true)]
    [InlineData("/subscriptions/1/resourceGroups/ab", "/SUBSCRIPTIONS/1/resourcegroups/AB/providers/x/y/z", true)]
    [InlineData("/subscriptions/1/resourceGroups/ab", "/subscriptions/1/resourceGroups/abc", false)]
    public void A_scope_covers_itself_and_what_lies_below_it_by_whole_segments(string scope, string id, bool covers) =>
        Assert.Equal(covers, ResourceIds.Covers(scope, id));

    [Theory]
    [InlineData("/subscriptions/1/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/a/deployments/d", "microsoft.cognitiveservices/accounts/deployments")]
    [InlineData("/subscriptions/1/resourceGroups/rg/providers/Microsoft.Search/searchServices/s/providers/Microsoft.Insights/diagnosticSettings/d", "microsoft.insights/diagnosticsettings")]
    [InlineData("/subscriptions/1/resourceGroups/rg", null)]
    public void The_type_is_read_after_the_last_provider(string id, string? type) =>
        Assert.Equal(type, ResourceIds.Type(id));
}
