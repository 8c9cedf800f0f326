namespace Ashlar.Model;

/// <summary>Tables derived from access, reach and data flows together: the roads an attacker would take, and what cuts them.</summary>
/// <remarks>Kinds of step, scoring and folding: docs/paths.md.</remarks>
public static class PathTables
{
    private static readonly ColumnDefinition Complete = new("Complete", "bool", "Nothing that bears on it was left unread.");
    private static readonly ColumnDefinition Missing = new("Missing", "dynamic", "Sentences: what was not read, and what would bring it.");

    public static TableDefinition AttackPaths { get; } = new(
        "AttackPaths",
        TableKind.Derived,
        "Roads from where an attacker can start to what is worth taking, near-duplicates folded into one row: each step with its proof.",
        "TargetId",
        [
            new("PathId", "string", "Stable while its start, steps and end stay: ap- and 16 hex digits."),
            new("Start", "string", "internet, anyTenant, anyUser, guest, federation, staleCredential, leakedCredential, poisonedDocument."),
            new("StartId", "string", "The principal, store or door it starts at."),
            new("StartName", "string", "Name shown to people."),
            new("Goal", "string", "useModel, takeModel, changeFilter, readData, poisonData, readPrompts, readSecrets, runCode, controlWorkload, controlTenant, blindLogs."),
            new("TargetId", "string", "What is taken: ARM id or id of an Entra object."),
            new("TargetType", "string", "Lower case."),
            new("TargetName", "string", "Name shown to people."),
            new("WorkloadIds", "dynamic", "AI workloads that the path goes through or ends at."),
            new("Steps", "dynamic", "Array of bags in order, the first of them the start and what is assumed of it: step (kind), from, to, toType, capability, says (one sentence), state (active, conditional, eligible, unknown), proofs (array of bags: table, id, path, value; all of them are needed)."),
            new("Hops", "long", "Number of steps after the start."),
            new("State", "string", "active; conditional, eligible or unknown when a step is."),
            new("Effort", "long", "What it takes: sum over steps, docs/paths.md; lower is easier."),
            new("Yield", "long", "What it gives, 1 to 100: docs/paths.md."),
            new("Score", "long", "0 to 100, from effort and yield; by it the rows are ranked."),
            new("Severity", "string", "critical, high, medium or low, from Score."),
            new("Similar", "long", "Other starts, ends and longer ways that were folded into this row; at least so many, for a search keeps a few of each."),
            new("SimilarIds", "dynamic", "Their ids; twenty at most."),
            Complete, Missing,
        ])
    { CarriesCompleteness = true };

    public static TableDefinition BlastRadius { get; } = new(
        "BlastRadius",
        TableKind.Derived,
        "What falls with an AI workload or an identity when it is taken over.",
        "SubjectId",
        [
            new("SubjectId", "string", "WorkloadId, or ResourceId of Identities."),
            new("SubjectKind", "string", "workload or identity."),
            new("SubjectName", "string", "Name shown to people."),
            new("Resources", "long", "Resources that can be changed or read, all steps taken; its own place is not counted, and doors count as open."),
            new("Workloads", "long", "AI workloads among them, its own left out."),
            new("DataStores", "long", "Stores, databases and indexes whose data can be read or written."),
            new("Secrets", "long", "Vaults and other holders of secrets that can be read."),
            new("Identities", "long", "Identities that can be taken over from it."),
            new("ControlsTenant", "bool", "It reaches control of the tenant or of a whole subscription."),
            new("Level", "string", "critical, high, medium or low."),
            new("Reasons", "dynamic", "Sentences: what makes the level."),
            new("Reached", "dynamic", "Ids of what weighs most; twenty at most."),
            Complete, Missing,
        ])
    { CarriesCompleteness = true };

    public static TableDefinition ChokePoints { get; } = new(
        "ChokePoints",
        TableKind.Derived,
        "The fewest changes that cut the most attack paths, in the order to make them.",
        "ResourceId",
        [
            new("Rank", "long", "1 = first."),
            new("ChangeId", "string", "Stable while the change stays: ch- and 16 hex digits."),
            new("Kind", "string", "removeAssignment, turnKeysOff, closePublicAccess, narrowRule, removeCredential, removeMembership, removeFederation, restrictWriters, setting."),
            new("ResourceId", "string", "What is changed."),
            new("Setting", "string", "Path of the setting or id of the assignment that is changed."),
            new("Change", "string", "One sentence: what to do."),
            new("Cuts", "long", "Paths that no longer stand when this and all before it are done, beyond those cut before."),
            new("CutsAlone", "long", "Paths that this change cuts by itself."),
            new("Total", "long", "All rows of AttackPaths; what was folded into a row is not counted, nor said to be cut."),
            new("PathIds", "dynamic", "Paths it cuts by itself; fifty at most."),
            new("WorkloadIds", "dynamic", "AI workloads on those paths."),
            new("Breaks", "dynamic", "Sentences: what may stop to work: who uses it now."),
            new("Controls", "dynamic", "Controls whose fix makes this change."),
        ]);

    public static IReadOnlyList<TableDefinition> All { get; } = [AttackPaths, BlastRadius, ChokePoints];
}
