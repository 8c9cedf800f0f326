namespace Ashlar.Model;

/// <summary>Something that could not be read, and what would let us.</summary>
/// <param name="DataSet">Table, or <c>table/type</c> (lower-case type) when only one resource type is concerned.</param>
/// <param name="Scope">ARM id below which it counts; <c>/</c> is everything.</param>
/// <param name="Path">Property path that is undecided on <paramref name="Scope"/>, such as <c>properties.networkAcls</c>; null = everything.</param>
/// <param name="Permission">Permission, licence or command that would close it; null when none would.</param>
public sealed record Gap(string DataSet, string Scope, GapReason Reason, string? Permission, string Detail, string? Path = null);
