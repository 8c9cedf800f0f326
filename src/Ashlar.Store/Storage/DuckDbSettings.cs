namespace Ashlar.Store.Storage;

/// <summary>What DuckDB may use, said once for writing and reading.</summary>
internal static class DuckDbSettings
{
    private const string Memory = "1GB";

    /// <param name="spill">Folder for what does not fit in memory; null = none.</param>
    public static string Of(string? spill) =>
        "SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET memory_limit='" + Memory + "'; "
        + (spill is null ? "SET temp_directory='';" : "SET temp_directory=" + TableStorage.Text(spill) + ";");
}
