namespace Ashlar.Content.Tests;

/// <summary>One good edge in memory; a test changes one thing of it.</summary>
internal static class SampleEdge
{
    public const string File = "edges/read-keys.yaml";

    public const string Text = """
        title: Read the keys
        meaning: A key is a password.
        atlas: [AML.T0055]
        attack: [T1552]
        sources: ['https://example.org/permissions']
        on:
          - type: microsoft.search/searchservices
            when: tobool(properties.disableLocalAuth) != true
            by: key
            actions: [Microsoft.Search/searchServices/listAdminKeys/action]
          - type: microsoft.keyvault/vaults
            data: [Microsoft.KeyVault/vaults/secrets/getSecret/action]
            accessPolicy: [secrets/get]
          - type: microsoft.graph/groups
            when: isAssignableToRole != true
            directory: [microsoft.directory/groups/members/update]
            roles: [62e90394-69f5-4237-9190-012177145e10]
            permissions: [Group.ReadWrite.All]
            owner: true
        assertions:
          - because: Contributor reads keys
            on: { type: microsoft.search/searchservices, properties: { disableLocalAuth: false }, kind: x }
            grants: { actions: ['*'], notActions: [Microsoft.Authorization/*/Write] }
            can: yes
            by: key
          - because: Reader reads none
            on: { type: microsoft.search/searchservices }
            grants: { actions: ['*/read'] }
            can: no
          - because: an access policy suffices
            on: { type: microsoft.keyvault/vaults }
            grants: { accessPolicy: [secrets/get] }
            can: yes
          - because: an owner suffices
            on: { type: microsoft.graph/groups, isAssignableToRole: false }
            grants: { owner: true }
            can: yes
            by: ownership
        """;

    public static ContentLibrary Load(string text, string file = File) => ContentLibrary.Load([Content(text, file)], SampleContent.Catalog);

    public static ContentText Content(string text, string file = File) => ContentText.Of((file, text));

    /// <summary>The edge with one text replaced; the text must be there.</summary>
    public static ContentLibrary LoadWith(string old, string with)
    {
        Assert.Contains(old, Text);
        return Load(Text.Replace(old, with));
    }
}
