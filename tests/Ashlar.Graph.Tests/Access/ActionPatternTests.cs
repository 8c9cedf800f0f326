using Ashlar.Graph.Access.Permissions;

namespace Ashlar.Graph.Tests.Access;

public class ActionPatternTests
{
    [Theory]
    [InlineData("*", "Microsoft.Storage/storageAccounts/listKeys/action", true)]
    [InlineData("*/read", "Microsoft.Storage/storageAccounts/blobServices/read", true)]
    [InlineData("*/read", "Microsoft.Storage/storageAccounts/listKeys/action", false)]
    [InlineData("microsoft.storage/STORAGEACCOUNTS/listkeys/action", "Microsoft.Storage/storageAccounts/listKeys/action", true)]
    [InlineData("Microsoft.CognitiveServices/accounts/OpenAI/*", "Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action", true)]
    [InlineData("Microsoft.CognitiveServices/accounts/OpenAI/*/read", "Microsoft.CognitiveServices/accounts/OpenAI/deployments/read", true)]
    [InlineData("Microsoft.CognitiveServices/accounts/OpenAI/*/read", "Microsoft.CognitiveServices/accounts/OpenAI/deployments/write", false)]
    [InlineData("Microsoft.CostManagement/*/query/*", "Microsoft.CostManagement/a/b/query/c/action", true)]
    [InlineData("Microsoft.Authorization/*/Write", "Microsoft.Authorization/roleAssignments/write", true)]
    [InlineData("Microsoft.Sto*ge/storageAccounts/*", "Microsoft.Storage/storageAccounts/read", true)]
    [InlineData("Microsoft.Storage/storageAccounts", "Microsoft.Storage/storageAccounts/read", false)]
    public void A_star_stands_for_any_run_of_characters_in_any_case(string pattern, string action, bool matches) =>
        Assert.Equal(matches, new ActionPattern(pattern).Matches(action.ToLowerInvariant()));

    [Theory]
    [InlineData("Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", true)]
    [InlineData("Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", "Microsoft.ManagedIdentity/userAssignedIdentities/x/y/assign/action", true)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/computes/*/write", "Microsoft.MachineLearningServices/workspaces/computes/write", true)]
    [InlineData("a/*/b/*/c", "a/b/c", true)]
    [InlineData("a/*/*/b", "a/b", true)]
    [InlineData("a/*/b", "ab", false)]
    [InlineData("a/*/b", "a/xb", false)]
    [InlineData("a/*", "a", false)]
    [InlineData("*/b", "b", false)]
    public void A_star_between_slashes_also_stands_for_nothing_and_the_slashes_for_one(string pattern, string action, bool matches) =>
        Assert.Equal(matches, new ActionPattern(pattern).Matches(action.ToLowerInvariant()));
}
