namespace Ashlar.Model;

/// <param name="Type">KQL type name: string, dynamic, bool, int, long, real, datetime, timespan, guid.</param>
public sealed record ColumnDefinition(string Name, string Type, string Description);
