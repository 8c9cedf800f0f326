#!/usr/bin/env python3
"""Holds Ashlar's verdicts against those that other tools' own tests expect, on their resources, and writes docs/agreement.md.

Usage: bench/agreement/agreement.py [--check]     --check compares with the committed page instead of writing it
The material stands in $ASHLAR_SHARED or ../shared; without it, or without npm to read HCL, nothing is measured and the script ends with 0.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("ASHLAR_SHARED") or ROOT.parent / "shared").resolve() / "data"
PAGE = ROOT / "docs" / "agreement.md"
SETS = {"psrule": "PSRule, exported resources", "arm": "Checkov, ARM templates", "tf": "Checkov, Terraform"}
# How a difference is judged: only 'ours is wrong' and 'open' count against us.
JUDGED = ("another question", "theirs is wrong", "not decided by the input", "ours is wrong", "open")


def ask(snapshot, kql):
    run = subprocess.run([str(ROOT / "ashlar"), "query", "--snapshot", str(snapshot), "--format", "json", kql], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def scan(source, folder):
    """Findings of one input, and the ids of resources in which some property is known only later."""
    run = subprocess.run([str(ROOT / "ashlar"), "scan", "--from", str(source), "--out", str(folder)], capture_output=True, text=True)
    if run.returncode not in (0, 1, 3):
        sys.exit(f"ashlar scan ended with {run.returncode} on {source.name}:\n{run.stderr}")
    findings = json.loads((pathlib.Path(folder) / "findings.json").read_text())["findings"]
    gaps = ask(pathlib.Path(folder) / "tenant.ashlar", "Gaps | where Reason =~ 'Undecided' and Path startswith 'properties' and Detail has 'known only' | distinct Scope")
    return findings, {gap["Scope"].lower() for gap in gaps}


def worst(verdicts):
    """Several parts of one subject: the worst verdict counts."""
    return next((v for v in ("fail", "unknown", "pass", "notApplicable") if v in verdicts), "absent")


def stands_in_the_body(question):
    """Their test asks our question, and the control answers it from the resource alone: of no list beside it must it be known that it is whole."""
    control = next((ROOT / "content/controls").glob(f"*/{question['control']}/control.yaml")).read_text()
    return question["asks"] != "other" and "of" not in question and "\nfailDependsOnAbsence: true" not in control


def by_name(findings, control, target_type, name, below=False):
    """The verdict, and the ids of what it is of."""
    # A child that a template names parent/child goes by the parent's name in their tests.
    types = target_type.lower().split("/")
    ending, child = f"/{types[-1]}/{name}".lower(), re.compile(f"/{re.escape(types[-2])}/{re.escape(name.lower())}/{re.escape(types[-1])}/[^/]+$")
    ids = {f["resourceId"]: f["resourceId"].lower() for f in findings}
    own = [f for f in findings if f["control"] == control and (
        ids[f["resourceId"]].endswith(ending) or below and ending + "/" in ids[f["resourceId"]] or child.search(ids[f["resourceId"]]))]
    return worst({f["verdict"] for f in own}), {ids[f["resourceId"]] for f in own}


def psrule(asked, folder):
    pillar = {rule: text.get("pillar") for rule, text in json.loads((SHARED / "psrule/rules.json").read_text()).items()}
    wanted = [e for e in json.loads((SHARED / "psrule/expected.json").read_text())
              if e["kind"] == "resources" and not e["nonDefaultOptions"] and e["matchesInFile"] == 1
              and pillar.get(e["rule"]) == "Security" and e["rule"] in asked and e["expected"] != "none"]
    found = {name: scan(SHARED / "psrule/resources" / name, folder / name) for name in sorted({e["file"] for e in wanted})}
    for e in wanted:
        question = asked[e["rule"]]
        findings, later = found[e["file"]]
        verdict, ids = by_name(findings, question["control"], e["targetType"], e["resource"], "of" in question)
        yield e["rule"], e["resource"], e["expected"], verdict, not ids & later


def examples(asked, kind):
    """Each verdict that Checkov's own tests expect and a control of ours is asked for: the example and type.name of the resource."""
    for e in json.loads((SHARED / "checkov/expected.json").read_text()):
        for expected, names in (("pass", e["passing"]), ("fail", e["failing"])):
            for name in names if e["kind"] == kind and e["check"] in asked else []:
                target_type, _, resource = name.rpartition(".")
                if target_type in asked[e["check"]].get("types", [target_type]):
                    yield e, expected, target_type, resource


def arm(asked, folder):
    found = {}
    for e, expected, target_type, resource in examples(asked, "arm"):
        if e["example"] not in found:
            found[e["example"]] = scan(SHARED / "checkov/arm" / e["example"], folder / e["example"])
        findings, later = found[e["example"]]
        verdict, ids = by_name(findings, asked[e["check"]]["control"], target_type, resource)
        yield e["check"], resource, expected, verdict, not ids & later


def terraform(asked, folder):
    wanted = list(examples(asked, "tf"))
    folders = sorted({str(SHARED / "checkov/tf" / e["example"]) for e, *_ in wanted})
    plan = folder / "plan.json"
    plan.write_text(subprocess.run(["node", str(HERE / "plan.mjs"), *folders], check=True, capture_output=True, text=True).stdout)
    found = collections.defaultdict(lambda: (set(), set()))
    findings, later = scan(plan, folder / "tf")
    for f in findings:
        verdicts, ids = found[f["control"], f.get("origin", {}).get("address")]
        verdicts.add(f["verdict"])
        ids.add(f["resourceId"].lower())
    for e, expected, target_type, resource in wanted:
        address = f"module.{e['example']}.{target_type}.{resource}"
        verdicts, ids = found[asked[e["check"]]["control"], address]
        yield e["check"], f"{target_type}.{resource}", expected, worst(verdicts), not ids & later


def reason_of(reasons, kind, rule, resource):
    return next((reasons[key] for key in (f"{kind} {rule} {resource}", f"{kind} {rule}", f"{rule} {resource}", rule) if key in reasons), None)


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def page(sets, questions, waiting, reasons):
    counted, lines, unexplained, totals = [], [], [], {kind: collections.Counter() for kind in SETS}
    for kind, asked, rows in sets:
        by_rule = collections.defaultdict(list)
        for rule, resource, theirs, ours, decided in rows:
            by_rule[rule].append((resource, theirs, ours, decided))
        for rule in sorted(by_rule):
            question, tally = asked[rule], collections.Counter()
            answerable = stands_in_the_body(question)
            for resource, theirs, ours, decided in sorted(by_rule[rule]):
                verdict = "agree" if theirs == ours else "unknown" if ours == "unknown" else "disagree"
                tally["all"] += 1
                tally[verdict] += 1
                tally["full"] += answerable and decided
                tally["full unknown"] += answerable and decided and verdict == "unknown"
                tally["false pass"] += theirs == "fail" and ours == "pass" and question["asks"] in ("same", "less")
                if verdict != "agree":
                    judged, why = reason_of(reasons, kind, rule, resource) or ("open", None)
                    tally["against us"] += verdict == "disagree" and judged in ("ours is wrong", "open")
                    if why is None or judged not in JUDGED:
                        unexplained.append(f"{kind} {rule} {resource}: they say {theirs}, we say {ours}")
                    lines.append(f"| {kind} | {rule} | {resource} | {theirs} | {ours} | {judged} | {why or '?'} |")
            totals[kind].update(tally)
            counted.append(f"| {kind} | {rule} | {question['control']} | {question['asks']} | {tally['all']} | {tally['agree']} | {tally['unknown']} | {tally['disagree']} | {tally['false pass']} |")
    totals["all"] = sum(totals.values(), collections.Counter())
    asked_of = {tool: sum(q["control"] is not None for q in of.values()) for tool, of in questions.items()}
    figures = [
        f"| {SETS.get(kind, 'All')} | {t['all']} | {t['agree']} | {t['unknown']} ({share(t['unknown'], t['all'])}) | {t['disagree']} | {t['false pass']} | {t['full']} | {t['full unknown']} ({share(t['full unknown'], t['full'])}) "
        f"| {share(t['agree'], t['all'])} | {share(t['agree'], t['agree'] + t['disagree'])} | {share(t['agree'], t['agree'] + t['against us'])} |"
        for kind, t in totals.items()]
    text = "\n".join([
        "# Agreement with the tests of other tools",
        "",
        "Other tools publish resources together with the verdicts they expect of them. Where a rule of theirs asks what a control of ours",
        "asks, both verdicts are held against each other. `bench/agreement/agreement.py` measures this page; nothing of their material is here.",
        "",
        "| Material | Compared | Agree | Unknown to us | Disagree | False passes | Full bodies | Unknown of these | Agree of all | Agree of decided | After judging |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        *figures,
        "",
        "*False pass*: our pass where they fail and ask the same or less. *After judging*: every difference is judged in one line below; those where theirs",
        "asks another question, theirs is wrong, or the input decides nothing leave the count, those where ours is wrong or the matter is open stay.",
        "*Full bodies*: one rule for every comparison, whatever the verdicts. Their test asks our question (not `other`); the answer stands in the resource itself, so",
        "no list beside it has to be whole (not `of` in the map, and no `failDependsOnAbsence` in the control); and no property of the resource is known only later:",
        "no parameter without a value, no reference, nothing that is known only after apply. All other columns are of every comparison.",
        "*Asks*: `same` question; `more` or `less` than our control; `other`: the title asks the same, the test something else.",
        "",
        f"The map, `bench/agreement/questions.json`, was committed before anything was counted: {len(questions['psrule'])} rules of PSRule's Security pillar that are tested on exported",
        f"resources with default options, of which controls ask {asked_of['psrule']}, and {len(questions['checkov'])} checks of Checkov, of which controls ask {asked_of['checkov']}.",
        "Checkov's Terraform is HCL. `plan.mjs` makes of it what a plan would hold, without Terraform and without the provider: an emulation. Literals and",
        "variables with a default are known, references are not. An attribute that is not written is null and a block that is not written is empty, as Terraform",
        "writes them; what the provider would compute is null here too, where a real plan says that it is known only after apply.",
        *([f"Not counted, because the control does not stand yet: {', '.join(waiting)}."] if waiting else []),
        "",
        "| | Their rule | Our control | Asks | Compared | Agree | Unknown | Disagree | False pass |",
        "|---|---|---|---|--:|--:|--:|--:|--:|",
        *counted,
        "",
        "## Every difference",
        "",
        "| | Their rule | Resource | They | We | Judged | Why |",
        "|---|---|---|---|---|---|---|",
        *lines,
        "",
    ])
    return text, unexplained, totals["all"]["false pass"]


def main():
    if not SHARED.is_dir():
        print(f"agreement: no material at {SHARED.parent}; nothing measured")
        return 0
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("agreement: no npm here to read HCL with; nothing measured")
        return 0
    if not (HERE / "node_modules/yaml").is_dir() and subprocess.run(["npm", "ci", "--omit=dev", "--no-audit", "--no-fund"], cwd=HERE, capture_output=True).returncode != 0:
        print("agreement: npm ci did not fetch what reads HCL; nothing measured")
        return 0
    questions = json.loads((HERE / "questions.json").read_text())
    reasons = json.loads((HERE / "reasons.json").read_text())
    stand = {folder.name for folder in (ROOT / "content/controls").glob("*/*")}
    asked = {tool: {rule: q for rule, q in of.items() if q["control"] in stand} for tool, of in questions.items()}
    waiting = sorted(f"{rule} ({q['control']})" for of in questions.values() for rule, q in of.items() if q["control"] and q["control"] not in stand)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        sets = [("psrule", asked["psrule"], list(psrule(asked["psrule"], folder))),
                ("arm", asked["checkov"], list(arm(asked["checkov"], folder))),
                ("tf", asked["checkov"], list(terraform(asked["checkov"], folder)))]
    text, unexplained, false_passes = page(sets, questions, waiting, reasons)
    print("\n".join(line for line in text.splitlines()[6:12]))
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
