using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>From a control, what its queries answered and what could not be seen to verdicts. Pure. Every subject of the scope gets at least one.</summary>
internal sealed class Judgement
{
    private const int MaxReasons = 5;

    private readonly LoadedControl _control;
    private readonly Answer _answer;
    private readonly BlindSpots _blind;
    private readonly RuleErrors _errors;
    private readonly List<Finding> _findings = [];
    private readonly List<BlindSpot> _spots = [];

    private Judgement(LoadedControl control, Answer answer, BlindSpots blind)
    {
        (_control, _answer, _blind) = (control, answer, blind);
        _errors = new RuleErrors(control);
    }

    public static ControlResult Of(LoadedControl control, Answer answer, BlindSpots blind, Settings settings)
    {
        var judgement = new Judgement(control, answer, blind);
        judgement.Run(settings);
        return new ControlResult(control.Control, judgement._findings, judgement._errors.All());
    }

    private void Run(Settings settings)
    {
        if (_answer.Failure is { } failure)
        {
            _errors.Add(failure);
        }

        if (_answer.Scope is not { } scope)
        {
            return;
        }

        var subjects = Subjects.Of(scope);
        _findings.Capacity = subjects.Keys.Length;
        if (_control.Attestation is { } attestation)
        {
            AddAll(subjects, Verdict.Manual, [attestation]);
        }
        else if (_control.Settings.Where(key => !settings.Decides(key)).ToList() is { Count: > 0 } undecided)
        {
            AddAll(subjects, Verdict.Unknown, [.. undecided.Select(Reasons.Undecided)]);
        }
        else if (_answer.Rows is not { } rows)
        {
            AddAll(subjects, Verdict.Unknown, [Reasons.QueryFailed]);
        }
        else
        {
            Join(subjects, new QueryRows(rows, subjects));
        }
    }

    private void AddAll(Subjects subjects, Verdict verdict, IReadOnlyList<string> reasons)
    {
        for (var subject = 0; subject < subjects.Ids.Length; subject++)
        {
            Add(subjects, subject, null, verdict, "{}", reasons);
        }
    }

    private void Join(Subjects subjects, QueryRows rows)
    {
        foreach (var outside in rows.Outside)
        {
            _errors.Add(RunCodes.OutsideScope, outside);
        }

        var several = new List<int>();
        for (var i = 0; i < subjects.Keys.Length; i++)
        {
            var first = rows.First(i);
            if (first < 0)
            {
                Unseen(subjects, i);
            }
            else if (rows.Next(first) < 0)
            {
                Judge(subjects, i, rows, first);
            }
            else
            {
                several.Clear();
                for (var row = first; row >= 0; row = rows.Next(row))
                {
                    several.Add(row);
                }

                JudgeParts(subjects, i, rows, several);
            }
        }
    }

    private void JudgeParts(Subjects subjects, int subject, QueryRows rows, List<int> parts)
    {
        parts.Sort((a, b) => string.CompareOrdinal(rows.SubKey(a), rows.SubKey(b)));
        for (var at = 0; at < parts.Count;)
        {
            var subKey = rows.SubKey(parts[at]);
            var end = at + 1;
            while (end < parts.Count && rows.SubKey(parts[end]) == subKey)
            {
                end++;
            }

            if (end - at == 1)
            {
                Judge(subjects, subject, rows, parts[at]);
            }
            else
            {
                _errors.Add(RunCodes.TwoVerdicts, subjects.Ids[subject] + (subKey is null ? "" : " (" + subKey + ")"));
                Add(subjects, subject, subKey, Verdict.Unknown, "{}", [Reasons.RuleError]);
            }

            at = end;
        }
    }

    private void Judge(Subjects subjects, int subject, QueryRows rows, int row)
    {
        var (id, subKey, evidence) = (subjects.Ids[subject], rows.SubKey(row), rows.Evidence(row));
        if (VerdictNames.Parse(rows.Verdict(row)) is not { } said || said == Verdict.Manual)
        {
            _errors.Add(RunCodes.NoVerdict, id + (subKey is null ? "" : " (" + subKey + ")"));
            Add(subjects, subject, subKey, Verdict.Unknown, evidence, [Reasons.RuleError]);
            return;
        }

        if (_answer.Bodyless.Count > 0 && _answer.Bodyless.Contains(subjects.Keys[subject]))
        {
            Add(subjects, subject, subKey, Verdict.Unknown, evidence, [Reasons.NoBody]);
            return;
        }

        var taken = Taken(subjects.Keys[subject], said);
        Add(subjects, subject, subKey, taken.Count == 0 ? said : Verdict.Unknown, evidence, taken);
    }

    private void Unseen(Subjects subjects, int subject)
    {
        if (_answer.Bodyless.Contains(subjects.Keys[subject]))
        {
            Add(subjects, subject, null, Verdict.Unknown, "{}", [Reasons.NoBody]);
            return;
        }

        var taken = Taken(subjects.Keys[subject], Verdict.Unknown);
        Add(subjects, subject, null, Verdict.Unknown, "{}", [Reasons.NoRow, .. taken]);
    }

    /// <summary>Why a verdict cannot stand; empty when it can. For unknown: what was not seen, which may be why.</summary>
    private IReadOnlyList<string> Taken(string key, Verdict said)
    {
        if (_blind.None)
        {
            return [];
        }

        _spots.Clear();
        _blind.Find(key, _spots);
        if (_spots.Count == 0)
        {
            return [];
        }

        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var spot in _spots)
        {
            if (Takes(spot.Effect, said))
            {
                reasons.Add(spot.Reason);
            }
        }

        return reasons.Count <= MaxReasons ? [.. reasons] : [.. reasons.Take(MaxReasons), $"And {reasons.Count - MaxReasons} more things that were not seen."];
    }

    // notApplicable goes with pass: a subject that looks empty because its parts were not seen is not out of danger.
    private bool Takes(GapEffect effect, Verdict said) => (effect, said) switch
    {
        (_, Verdict.Unknown) => true,
        (GapEffect.Undecided, _) => true,
        (_, Verdict.Fail) => _control.FailDependsOnAbsence,
        (GapEffect.NotSeen, _) => true,
        _ => _control.PassDependsOnAbsence,
    };

    private void Add(Subjects subjects, int subject, string? subKey, Verdict verdict, string evidence, IReadOnlyList<string> reasons)
    {
        var control = _control.Control;
        var fingerprint = Fingerprints.OfKey(control.Id, subjects.Keys[subject], subKey);
        _findings.Add(new Finding(control.Id, subjects.Ids[subject], subKey, verdict, control.Severity, control.Severity, [], fingerprint, evidence, reasons));
    }
}
