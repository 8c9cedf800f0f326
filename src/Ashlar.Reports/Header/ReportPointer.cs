namespace Ashlar.Reports;

/// <param name="Label">Such as <c>Report</c>.</param>
/// <param name="Target">Path or command as the user may type it.</param>
public sealed record ReportPointer(string Label, string Target);
