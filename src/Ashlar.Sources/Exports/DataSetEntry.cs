using Ashlar.Model;

namespace Ashlar.Sources.Exports;

/// <summary>One data set of a manifest.</summary>
/// <param name="Table">Raw table.</param>
/// <param name="Type">Lower-case resource type; empty = every type of the table.</param>
/// <param name="Scope">ARM id; <c>/</c> is everything. For members of a group: the group's object id.</param>
/// <param name="File">Relative to the manifest; null when nothing was written.</param>
/// <param name="ListComplete">No row is missing.</param>
/// <param name="Error">What went wrong, as the tool said it.</param>
/// <param name="Reason">Why, when the manifest says so; else it is taken from the error.</param>
internal sealed record DataSetEntry(string Table, string Type, string Scope, string? File, bool ListComplete, bool Bodies, string? Error, GapReason? Reason, string? Permission)
{
    public string DataSet => Type.Length == 0 ? Table : Table + "/" + Type;
}
