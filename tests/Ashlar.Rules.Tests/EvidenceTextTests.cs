namespace Ashlar.Rules.Tests;

public sealed class EvidenceTextTests
{
    [Theory]
    [InlineData("""{"target":"https://user:word@host.example/path?sig=abc"}""", """{"target":"https://host.example/path"}""")]
    [InlineData("""{"targets":["https://host.example/?key=1",{"a":"wss://b@c/#d"}]}""", """{"targets":["https://host.example/",{"a":"wss://c/"}]}""")]
    [InlineData("""{"target":"https://user:word@host.example"}""", """{"target":"https://host.example"}""")]
    public void An_address_is_shown_without_user_and_query(string given, string shown) => Assert.Equal(shown, EvidenceText.Of(given));

    [Theory]
    [InlineData("""{"mail":"a@b.example","why":"is it?"}""")]
    [InlineData("""{"issuer":"https://token.actions.githubusercontent.com/contoso","n":1.50}""")]
    [InlineData("""{"scope":"/subscriptions/x?"}""")]
    public void Anything_else_stays_to_the_letter(string given) => Assert.Equal(given, EvidenceText.Of(given));
}
