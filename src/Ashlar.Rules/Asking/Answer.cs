using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What the tables answered to one control.</summary>
/// <param name="Scope">Null when the scope could not be asked.</param>
/// <param name="Rows">Null when the query was not asked, or failed.</param>
/// <param name="Bodyless">Keys of subjects whose properties the source did not report.</param>
/// <param name="BodylessOthers">Keys of other rows that are read, whose properties the source did not report.</param>
/// <param name="Failure">Why there are no rows that can be trusted; null when there are.</param>
internal sealed record Answer(KqlResult? Scope, KqlResult? Rows, IReadOnlySet<string> Bodyless, IReadOnlySet<string> BodylessOthers, Diagnostic? Failure);
