namespace Ashlar.Cli.Query;

/// <summary>The text of the query, wherever it was given.</summary>
internal static class QueryText
{
    /// <returns>Null when there is none; the reason was written.</returns>
    public static async Task<string?> ReadAsync(string? text, string? file, CliOutput output, CancellationToken cancellationToken)
    {
        if (text is not null && file is not null)
        {
            await output.Error.WriteLineAsync("ashlar: give the query as an argument or with --file, not both.");
            return null;
        }

        if (text is not null)
            return text;
        try
        {
            if (file is not null && file != "-")
                return await File.ReadAllTextAsync(file, cancellationToken);
            var read = output.Input is null ? "" : await output.Input.ReadToEndAsync(cancellationToken);
            if (!string.IsNullOrWhiteSpace(read))
                return read;
            await output.Error.WriteLineAsync("ashlar: give the query as an argument, with --file, on standard input, or many with --batch. On a terminal 'ashlar query' asks for them.");
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await output.Error.WriteLineAsync($"ashlar: the query {(file is null ? "on standard input" : $"file '{file}'")} cannot be read: {problem.Message}");
            return null;
        }
    }
}
