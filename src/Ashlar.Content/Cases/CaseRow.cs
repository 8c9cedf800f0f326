using System.Text.Json.Nodes;

namespace Ashlar.Content;

/// <param name="Values">Columns as written in the case; whoever changes them clones first.</param>
public sealed record CaseRow(string Table, JsonObject Values, int Line);
