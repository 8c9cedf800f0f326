namespace Ashlar.Kql;

public sealed record KqlColumn(string Name, KqlType Type);
