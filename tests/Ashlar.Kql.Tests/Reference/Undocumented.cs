namespace Ashlar.Kql.Tests.Reference;

/// <summary>The language reference does not say what happens here; a random case that comes here is dropped, never judged.</summary>
internal sealed class Undocumented(string what) : Exception(what);
