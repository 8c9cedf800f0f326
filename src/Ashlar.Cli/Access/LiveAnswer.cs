namespace Ashlar.Cli.Access;

/// <summary>What Azure itself says of the signed-in caller.</summary>
/// <param name="Caller">Object id.</param>
/// <param name="Agrees">Null: Azure's answer does not decide it.</param>
internal sealed record LiveAnswer(string Caller, bool? Agrees, string Sentence);
