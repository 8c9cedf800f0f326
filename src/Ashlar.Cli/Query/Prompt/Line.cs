namespace Ashlar.Cli.Query.Prompt;

/// <summary>How a line ended, and what stood in it.</summary>
internal readonly record struct Line(LineEnd End, string Text);
