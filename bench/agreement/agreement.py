#!/usr/bin/env python3
"""Holds Ashlar's verdicts against those that other tools' own tests expect, on their resources, and writes docs/agreement.md.

Usage: bench/agreement/agreement.py [--check]     --check compares with the committed page instead of writing it
The material stands in $ASHLAR_SHARED or ../shared; without it there is nothing to measure and the script says so and ends with 0.
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("ASHLAR_SHARED") or ROOT.parent / "shared").resolve() / "data"
PAGE = ROOT / "docs" / "agreement.md"


def scan(source, folder):
    """Verdicts of one input: control -> resource id in lower case -> set of verdicts."""
    run = subprocess.run([str(ROOT / "ashlar"), "scan", "--from", str(source), "--out", str(folder)], capture_output=True, text=True)
    if run.returncode not in (0, 1, 3):
        sys.exit(f"ashlar scan ended with {run.returncode} on {source.name}:\n{run.stderr}")
    verdicts = collections.defaultdict(lambda: collections.defaultdict(set))
    for finding in json.loads((pathlib.Path(folder) / "findings.json").read_text())["findings"]:
        verdicts[finding["control"]][finding["resourceId"].lower()].add(finding["verdict"])
    return verdicts


def one(verdicts):
    """Several parts of one subject: the worst verdict counts."""
    for verdict in ("fail", "unknown", "pass", "notApplicable"):
        if verdict in verdicts:
            return verdict
    return "absent"


def verdict_of(found, control, target_type, name, below):
    ending = f"/{target_type.split('/')[-1]}/{name}".lower()
    hits = [v for rid, v in found[control].items() if rid.endswith(ending) or below and ending + "/" in rid]
    return one(set().union(*hits)) if hits else "absent"


def psrule(questions, folder):
    pillar = {rule: text.get("pillar") for rule, text in json.loads((SHARED / "psrule/rules.json").read_text()).items()}
    wanted = [e for e in json.loads((SHARED / "psrule/expected.json").read_text())
              if e["kind"] == "resources" and not e["nonDefaultOptions"] and e["matchesInFile"] == 1
              and pillar.get(e["rule"]) == "Security" and e["rule"] in questions and e["expected"] != "none"]
    found = {name: scan(SHARED / "psrule/resources" / name, pathlib.Path(folder) / name) for name in sorted({e["file"] for e in wanted})}
    for e in wanted:
        question = questions[e["rule"]]
        ours = verdict_of(found[e["file"]], question["control"], e["targetType"], e["resource"], "of" in question)
        yield e["rule"], e["resource"], e["expected"], ours


def checkov(questions, folder):
    for e in json.loads((SHARED / "checkov/expected.json").read_text()):
        if e["kind"] != "arm" or e["check"] not in questions:
            continue
        found = scan(SHARED / "checkov/arm" / e["example"], pathlib.Path(folder) / e["example"])
        for expected, names in (("pass", e["passing"]), ("fail", e["failing"])):
            for name in names:
                target_type, _, resource = name.rpartition(".")
                yield e["check"], resource, expected, verdict_of(found, questions[e["check"]]["control"], target_type, resource, False)


def page(tools, questions, reasons):
    counted, lines, unexplained, false_passes = [], [], [], 0
    total = collections.Counter()
    for tool, rows in tools:
        by_rule = collections.defaultdict(list)
        for rule, resource, theirs, ours in rows:
            by_rule[rule].append((resource, theirs, ours))
        for rule in sorted(by_rule):
            question, tally = questions[tool][rule], collections.Counter()
            for resource, theirs, ours in sorted(by_rule[rule]):
                wrong = theirs == "fail" and ours == "pass" and question["asks"] in ("same", "less")
                kind = "agree" if theirs == ours else "unknown" if ours == "unknown" else "disagree"
                tally[kind] += 1
                tally["false pass"] += wrong
                false_passes += wrong
                if kind != "agree":
                    reason = reasons.get(f"{rule} {resource}") or reasons.get(rule)
                    if reason is None:
                        unexplained.append(f"{rule} {resource}: they say {theirs}, we say {ours}")
                    lines.append(f"| {rule} | {resource} | {theirs} | {ours} | {reason or '?'} |")
            total.update(tally)
            counted.append(f"| {rule} | {question['control']} | {question['asks']} | {len(by_rule[rule])} | {tally['agree']} | {tally['unknown']} | {tally['disagree']} | {tally['false pass']} |")
    whole = sum(len(rows) for _, rows in tools)
    text = "\n".join([
        "# Agreement with the tests of other tools",
        "",
        "Other tools publish resources together with the verdicts they expect of them. Where a rule of theirs asks what a control of ours",
        "asks, both verdicts are held against each other. `bench/agreement/agreement.py` measures this page; nothing of their material is here.",
        "",
        f"**{whole} verdicts compared: {total['agree']} agree, {total['unknown']} unknown to us, {total['disagree']} disagree, {false_passes} false passes.**",
        "",
        "A false pass is our pass where they fail and ask the same or less. *Asks*: `same` question; `more` or `less` than our control;",
        "`other`: the rule's title asks the same, its test something else.",
        "",
        "PSRule.Rules.Azure: rules of the Security pillar on exported resources, default options. Checkov: ARM examples.",
        "",
        "| Their rule | Our control | Asks | Compared | Agree | Unknown | Disagree | False pass |",
        "|---|---|---|--:|--:|--:|--:|--:|",
        *counted,
        "",
        "## Every difference",
        "",
        "| Their rule | Resource | They | We | Why |",
        "|---|---|---|---|---|",
        *lines,
        "",
    ])
    return text, unexplained, false_passes


def main():
    if not SHARED.is_dir():
        print(f"agreement: no material at {SHARED.parent}; nothing measured")
        return 0
    questions = json.loads((HERE / "questions.json").read_text())
    reasons = json.loads((HERE / "reasons.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        tools = [("psrule", list(psrule(questions["psrule"], folder))), ("checkov", list(checkov(questions["checkov"], folder)))]
    text, unexplained, false_passes = page(tools, questions, reasons)
    print(next(line for line in text.splitlines() if line.startswith("**")).strip("*"))
    for line in unexplained:
        print("no reason given: " + line, file=sys.stderr)
    stale = "--check" in sys.argv and text != PAGE.read_text()
    if stale:
        print("docs/agreement.md is out of date: run bench/agreement/agreement.py", file=sys.stderr)
    elif "--check" not in sys.argv:
        PAGE.write_text(text)
    return 1 if unexplained or false_passes or stale else 0


if __name__ == "__main__":
    sys.exit(main())
