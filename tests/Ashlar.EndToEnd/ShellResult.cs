namespace Ashlar.EndToEnd;

internal sealed record ShellResult(int Code, string Out, string Error);
