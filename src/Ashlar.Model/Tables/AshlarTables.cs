namespace Ashlar.Model;

/// <summary>What Ashlar knows of its own run, as tables.</summary>
public static class AshlarTables
{
    public static TableDefinition Gaps { get; } = new(
        "Gaps",
        TableKind.Ashlar,
        "What could not be read, and what would let us.",
        null,
        [
            new("DataSet", "string", "Table, or table/type."),
            new("Scope", "string", "ARM id below which the gap counts; / is everything."),
            new("Reason", "string", "Forbidden, NotCollected, NoBody, Undecided, Unreadable, NotLicensed or FeatureOff."),
            new("Permission", "string", "Permission, licence or command that would close it."),
            new("Detail", "string", "What happened."),
            new("Path", "string", "Property path that is undecided; empty = everything."),
        ]);

    public static TableDefinition Completeness { get; } = new(
        "Completeness",
        TableKind.Ashlar,
        "What the sources say was seen. A type without a row here may be incomplete.",
        null,
        [
            new("Table", "string", "Raw table."),
            new("Type", "string", "Lower-case resource type; empty = every type of the table."),
            new("Scope", "string", "ARM id below which it holds; / is everything."),
            new("Bodies", "bool", "Every row has its properties."),
            new("List", "bool", "No row is missing."),
            new("Source", "string", "Who says so."),
        ]);

    public static TableDefinition Settings { get; } = new(
        "Settings",
        TableKind.Ashlar,
        "What the user decided in ashlar.yaml.",
        null,
        [
            new("Key", "string", "Name of the setting."),
            new("Value", "dynamic", "Its value."),
        ]);

    public static TableDefinition Origins { get; } = new(
        "Origins",
        TableKind.Ashlar,
        "Where resources that do not exist yet are declared.",
        null,
        [
            new("ResourceId", "string", "Id of the resource."),
            new("File", "string", "File, relative to the folder that was given."),
            new("Line", "int", "First line of the declaration; 0 = the file has none to show."),
            new("Column", "int", "First column of the declaration; 0 = the file has none to show."),
            new("Address", "string", "Symbolic name in Bicep, resource address in Terraform; empty = none."),
        ]);

    public static IReadOnlyList<TableDefinition> All { get; } = [Gaps, Completeness, Settings, Origins];
}
