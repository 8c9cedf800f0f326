using Ashlar.Model;

namespace Ashlar.Content;

public sealed record CaseExpectation(string ResourceId, string? SubKey, Verdict Verdict, int Line);
