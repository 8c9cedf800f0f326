namespace Ashlar.Model;

/// <summary>What a source says of one resource type below one scope. Nothing stated = incomplete.</summary>
/// <param name="Table">Raw table.</param>
/// <param name="Type">Lower-case resource type; empty = every type of the table.</param>
/// <param name="Scope">ARM id; <c>/</c> is everything.</param>
/// <param name="Bodies">Every row has its properties.</param>
/// <param name="List">No row is missing: a conclusion from absence is allowed.</param>
public sealed record Completeness(string Table, string Type, string Scope, bool Bodies, bool List, string Source);
