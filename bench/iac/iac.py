#!/usr/bin/env python3
"""Real templates through 'ashlar scan': what expands, what is a named gap, and whether the declared AI resources are found.

    bench/iac/iac.py            figures; writes bench/iac/results.md
    bench/iac/iac.py --lines N  N findings with the source line they point at, for checking by hand
    bench/iac/iac.py --pairs    only the Bicep files against the ARM templates compiled from them

The templates are other people's work and stay in the shared material (ASHLAR_SHARED, else ../shared). Without it there is nothing to do.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = pathlib.Path(os.environ.get("ASHLAR_SHARED", ROOT.parent / "shared")) / "data"
ASHLAR = str(ROOT / "ashlar")
CHUNK = 40  # the program tells at most 50 messages of one kind
AI = re.compile(r"^microsoft\.(cognitiveservices|machinelearningservices|search|botservice)/", re.I)
OUTCOMES = {
    "ASH1013": "expands",
    "ASH1019": "gap: the Bicep CLI failed",
    "ASH1020": "gap: does not compile (a file that it loads is not in the material)",
    "ASH1021": "gap: needs registry modules that are not restored",
    "ASH1023": "read as far as literal",
}


def scan(files, out):
    """Messages by file, and the findings."""
    done = subprocess.run([ASHLAR, "scan", "--from", *map(str, files), "--out", str(out), "--as-of", "2025-01-01", "--fail-on", "none"], capture_output=True, text=True)
    if done.returncode not in (0, 1, 2, 3):
        sys.exit(f"ashlar ended with {done.returncode}:\n{done.stderr}")
    codes = collections.defaultdict(list)
    for line in done.stderr.splitlines():
        found = re.match(r"(.+?)(?:[:(]\d+[:,]\d+\)?)?: (?:note|warning) (ASH\d+): (.*)", line)
        if found:
            codes[found[1]].append((found[2], found[3]))
    return codes


def query(out, kql):
    done = subprocess.run([ASHLAR, "query", "--snapshot", str(out / "tenant.ashlar"), "--format", "json", kql], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else []


def chunks(items):
    return [items[i:i + CHUNK] for i in range(0, len(items), CHUNK)]


def path_of(folder, entry, part="path"):
    return folder / entry["repo"].replace("/", "+") / entry[part]


def templates(out):
    folder = SHARED / "iac"
    manifest = json.loads((folder / "manifest.json").read_text())
    files = [path_of(folder, m) for m in manifest]
    outcome, counted, detail = {}, collections.defaultdict(collections.Counter), {}
    for part in chunks(files):
        codes = scan(part, out)
        for file in part:
            said = codes.get(str(file), [])
            worst = next((c for c in ("ASH1021", "ASH1020", "ASH1019", "ASH1023", "ASH1013") if any(code == c for code, _ in said)), None)
            if file.suffix == ".tf":
                outcome[file] = "gap: Terraform source, read as a plan"
            else:
                outcome[file] = OUTCOMES.get(worst, "no template: " + (said[0][1] if said else "nothing said"))
            detail[file] = [m for c, m in said if c in ("ASH1022", "ASH1023", "ASH1020")]
        # The distinct declarations of a file, however many resources each becomes.
        for row in query(out, "Origins | join kind=inner (union resources, armresources | project ResourceId = id, type) on ResourceId | distinct File, Line, Column, type, Scope = tostring(split(ResourceId, '/')[4])"):
            for file in part:
                if str(file).endswith("/" + row["File"]) and row["Scope"] == "file:" + scope_of(file, part):
                    counted[file][row["type"]] += 1
    return manifest, files, outcome, counted, detail


def scope_of(file, part):
    """As the program tells files of one name apart."""
    names, depth = {}, {f: 1 for f in part}
    while True:
        names = {f: "/".join(f.parts[-depth[f]:]) for f in part}
        same = [f for f in part if sum(n.lower() == names[f].lower() for n in names.values()) > 1]
        if not same:
            return names[file].replace("/", ".")
        for f in same:
            depth[f] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int)
    parser.add_argument("--pairs", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"iac: skipped, there is no material at {SHARED} (set ASHLAR_SHARED)")
        return
    subprocess.run([ASHLAR, "--help"], stdout=subprocess.DEVNULL, check=True)
    with tempfile.TemporaryDirectory(prefix="ashlar-iac") as name:
        out = pathlib.Path(name) / "out"
        manifest, files, outcome, counted, detail = templates(out)
        totals = collections.Counter(outcome.values())
        for what, count in totals.most_common():
            print(f"{count:4} {what}")
        for file in files:
            for message in detail[file]:
                print("  ", file.relative_to(SHARED), message[:200])
        differ = 0
        for entry, file in zip(manifest, files):
            if outcome[file] not in ("expands", OUTCOMES["ASH1023"]):
                continue
            wanted = collections.Counter({t.lower(): n for t, n in entry["aiTypes"].items() if not t.endswith(" existing")})
            got = collections.Counter({t: n for t, n in counted[file].items() if AI.match(t)})
            if wanted != got:
                differ += 1
                print("DIFF", file.relative_to(SHARED), "wanted", dict(wanted - got), "more", dict(got - wanted))
        print(differ, "differ")


if __name__ == "__main__":
    main()
