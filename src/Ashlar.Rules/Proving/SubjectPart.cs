using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What a finding is about, comparable across runs of the same case.</summary>
internal readonly record struct SubjectPart(string Key, string? SubKey)
{
    public static SubjectPart Of(Finding finding) => new(ResourceIds.Key(finding.ResourceId), finding.SubKey);

    public static SubjectPart Of(CaseExpectation expected) => new(ResourceIds.Key(expected.ResourceId), expected.SubKey);

    public override string ToString() => SubKey is null ? Key : $"{Key} ({SubKey})";
}
