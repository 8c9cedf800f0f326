namespace Ashlar.Cli.Query;

/// <summary>The text of the query, wherever it was given.</summary>
internal static class QueryText
{
    /// <returns>Null when there is none; the reason was written.</returns>
    public static async Task<string?> ReadAsync(string? text, string? file, TextWriter error, CancellationToken cancellationToken)
    {
        if ((text is null) == (file is null))
        {
            await error.WriteLineAsync("ashlar: give the query as an argument, or with --file, or many with --batch.");
            return null;
        }

        if (text is not null)
            return text;
        try
        {
            return file == "-" ? await Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file!, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"ashlar: the query file '{file}' cannot be read: {problem.Message}");
            return null;
        }
    }
}
