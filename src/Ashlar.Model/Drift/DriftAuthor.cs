namespace Ashlar.Model;

/// <summary>Who changed something between two snapshots, as the later one says.</summary>
/// <param name="By">Sign-in name, object id or client id, as reported.</param>
/// <param name="Name">Name shown to people; empty when it was not read.</param>
/// <param name="At">UTC.</param>
/// <param name="Client">Azure portal, Azure CLI …; empty = not reported.</param>
/// <param name="Operation">The action that was called; empty = not reported.</param>
/// <param name="Source">changes (Resource Graph's change records), roleAssignment or systemData: where it stands.</param>
public sealed record DriftAuthor(string By, string Name, DateTime At, string Client, string Operation, string Source);
