using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Building;

/// <param name="Guard">Node of the connection that has to be made first; -1: it stands open, or nobody knows.</param>
/// <param name="Door">The row that says so; null: no row speaks of it.</param>
internal readonly record struct Way(int Guard, int Cost, AccessState State, Door? Door);
