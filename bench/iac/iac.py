#!/usr/bin/env python3
"""Real templates through 'ashlar scan': what expands, what is a named gap, and whether the declared AI resources are found.

    bench/iac/iac.py            all figures; writes bench/iac/results.md, ends with 1 when something differs without an explanation
    bench/iac/iac.py --pairs    only the Bicep files against the ARM templates compiled from them
    bench/iac/iac.py --time     only the time of one scan of the whole folder
    bench/iac/iac.py --lines N  N findings with the source line they point at, for checking by hand

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
# The worst that is said of a file, first.
OUTCOMES = {
    "ASH1021": "gap: needs registry modules that are not restored",
    "ASH1020": "gap: does not compile (files that it loads are not in the material)",
    "ASH1019": "gap: the Bicep CLI failed",
    "ASH1023": "read as far as literal",
    "ASH1013": "expands",
}


RESULTS = []


def table(title, counts):
    RESULTS.append(f"## {title}\n\n" + "\n".join(f"- {count} {what}" for what, count in counts.most_common()) + "\n")
    print(RESULTS[-1])


def scan(files, out):
    """Messages by file."""
    done = subprocess.run([ASHLAR, "scan", "--from", *map(str, files), "--out", str(out), "--as-of", "2025-01-01"], capture_output=True, text=True)
    if done.returncode not in (0, 1, 2, 3):
        sys.exit(f"ashlar ended with {done.returncode}:\n{done.stderr}")
    codes = collections.defaultdict(list)
    for line in done.stderr.splitlines():
        found = re.match(r"(.+?)(?::\d+)*: (?:note|warning) (ASH\d+): (.*)", line)
        if found:
            codes[found[1]].append((found[2], found[3]))
    return codes


def query(out, kql):
    done = subprocess.run([ASHLAR, "query", "--snapshot", str(out / "tenant.ashlar"), "--format", "json", kql], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else []


def chunks(items):
    return [items[i:i + CHUNK] for i in range(0, len(items), CHUNK)]


def path_of(folder, entry, part):
    return folder / entry["repo"].replace("/", "+") / entry[part]


def scopes(files):
    """Scope of each file, as the program tells files of one name apart."""
    depth = {f: 1 for f in files}
    while True:
        names = {f: "/".join(f.parts[-depth[f]:]) for f in files}
        counts = collections.Counter(n.lower() for n in names.values())
        same = [f for f in files if counts[names[f].lower()] > 1]
        if not same:
            return {f: ("file:" + n.replace("/", "."), n) for f, n in names.items()}
        for f in same:
            depth[f] += 1


def outcome_of(file, said):
    if file.suffix == ".tf":
        return "gap: Terraform source, read as a plan"
    codes = {code for code, _ in said}
    for code, outcome in OUTCOMES.items():
        if code in codes:
            return outcome
    return "no deployment template" if file.suffix == ".json" else "nothing said"


def existing_in(arm):
    """AI resources that an ARM template refers to as existing, which the manifest counts as declared."""
    found = collections.Counter()
    def walk(resources):
        for r in (resources.values() if isinstance(resources, dict) else resources or []):
            if r.get("existing"):
                found[r["type"].lower()] += 1
            walk(((r.get("properties") or {}).get("template") or {}).get("resources") if isinstance(r.get("properties"), dict) else None)
    walk(arm.get("resources"))
    return found


def templates(out):
    folder = SHARED / "iac"
    manifest = json.loads((folder / "manifest.json").read_text())
    files = [path_of(folder, m, "path") for m in manifest]
    wanted = {f: collections.Counter({t.lower(): n for t, n in m["aiTypes"].items() if not t.endswith(" existing")}) for f, m in zip(files, manifest)}
    outcomes, explained = collections.Counter(), collections.Counter()
    for part in chunks(files):
        codes = scan(part, out)
        declared = collections.defaultdict(lambda: collections.defaultdict(set))
        for row in query(out, "Origins | join kind=inner (union resources, armresources | project ResourceId = id, type) on ResourceId | project File, Line, Column, Address, type, Scope = tostring(split(ResourceId, '/')[4])"):
            declared[row["Scope"].split(":")[0] + ":" + row["Scope"].split(":")[1]][row["type"]].add((row["File"], row["Line"], row["Column"], row["Address"]))
        for file, (scope, name) in scopes(part).items():
            said = codes.get(str(file), [])
            outcome = outcome_of(file, said)
            outcomes[outcome] += 1
            for code, message in said:
                if code in ("ASH1022", "ASH1023"):
                    print(f"  {file.relative_to(SHARED)}: {message[:160]}")
            if outcome not in ("expands", OUTCOMES["ASH1023"]):
                continue
            # The distinct declarations in the file itself, however many resources each becomes.
            own = {t: [p for p in places if p[0] == name] for t, places in declared[scope].items() if AI.match(t)}
            inside = collections.Counter({t: sum("::" in (p[3] or "") for p in places) for t, places in own.items()})
            got = collections.Counter({t: len(places) for t, places in own.items()})
            missing, more = wanted[file] - got, got - wanted[file]
            reasons = []
            if more and not more - inside:
                reasons.append("children written inside their parent, which the manifest does not count")
                more.clear()
            if missing and file.suffix == ".json":
                existing = existing_in(json.loads(file.read_text(encoding="utf-8-sig")))
                if missing & existing:
                    reasons.append("existing resources of a compiled template, which the manifest counts")
                missing -= existing
            if missing and any(code == "ASH1024" for code, _ in said):
                reasons.append("declared, and not deployed with the default values (said in a note)")
                missing.clear()
            if not missing and not more:
                explained["equal" if not reasons else "equal but for " + "; ".join(reasons)] += 1
            else:
                explained["differ"] += 1
                print(f"  DIFFER {file.relative_to(SHARED)}: missing {dict(missing)}, more {dict(more)}")
    table(f"Outcomes of {len(files)} templates", outcomes)
    table("AI types and counts of those that expand, against the manifest", explained)
    return explained["differ"] + outcomes["nothing said"]


def pairs(out):
    folder = SHARED / "bicep_pairs"
    manifest = json.loads((folder / "manifest.json").read_text())
    verdicts, outcome = {}, {}
    for part in ("bicep", "arm"):
        for files in chunks([path_of(folder, m, part) for m in manifest]):
            codes = scan(files, out)
            found = json.loads((out / "findings.json").read_text())["findings"] if (out / "findings.json").exists() else []
            by_scope = collections.defaultdict(dict)
            for f in found:
                segments = f["resourceId"].split("/")
                scope = ":".join(segments[4].split(":")[:2]) if len(segments) > 4 else ""
                segments[4:5] = [segments[4].replace(scope, "file")]
                by_scope[scope][f["control"], "/".join(segments), f.get("subKey")] = f["verdict"]
            for file, (scope, _) in scopes(files).items():
                verdicts[file], outcome[file] = by_scope[scope], outcome_of(file, codes.get(str(file), []))
    totals, compared = collections.Counter(), 0

    def types(path):
        found = collections.Counter()

        def walk(resources, parent=""):
            for r in (resources.values() if isinstance(resources, dict) else resources or []):
                kind = (parent + "/" if parent and "." not in r["type"] else "") + r["type"]
                found[kind.lower()] += 0 if r.get("existing") else 1
                walk(r.get("resources"), kind)
                walk(((r.get("properties") or {}).get("template") or {}).get("resources") if isinstance(r.get("properties"), dict) else None)
        walk(json.loads(path.read_text(encoding="utf-8-sig")).get("resources"))
        return {t for t, n in found.items() if n}
    for m in manifest:
        bicep, arm = path_of(folder, m, "bicep"), path_of(folder, m, "arm")
        if outcome[bicep] != "expands" or outcome[arm] != "expands":
            totals[f"not compared: Bicep {outcome[bicep]}, ARM {outcome[arm]}"] += 1
            continue
        seen = {kind(key[1]) for key in verdicts[bicep]}
        if not seen <= types(arm):
            totals[f"not compared: the template is of another version of the file (it has no {', '.join(sorted(seen - types(arm)))})"] += 1
            continue
        compared += len(verdicts[bicep])
        same = verdicts[bicep] == verdicts[arm]
        totals["same verdicts" if same else "verdicts differ"] += 1
        if not same:
            print(f"  DIFFER {bicep.relative_to(SHARED)}")
            for key in sorted({k for k in {*verdicts[bicep], *verdicts[arm]} if verdicts[bicep].get(key := k) != verdicts[arm].get(k)}, key=str)[:6]:
                print("     ", key[0], key[1][-90:], verdicts[bicep].get(key), verdicts[arm].get(key))
    table(f"{len(manifest)} pairs of Bicep and the template compiled from it, {compared} verdicts compared", totals)
    return totals["verdicts differ"]


def kind(resource):
    segments = resource.split("/providers/")[-1].lower().split("/")
    return "/".join([segments[0], *segments[1::2]])


def lines(out, count):
    """Findings spread over the files, with the line each points at."""
    folder = SHARED / "iac"
    manifest = json.loads((folder / "manifest.json").read_text())
    files = [path_of(folder, m, "path") for m in manifest if m["kind"] != "tf"]
    scan(files, out)
    found = [f for f in json.loads((out / "findings.json").read_text())["findings"] if f.get("origin", {}).get("line")]
    named = {name: file for file, (_, name) in scopes(files).items()}
    by_place = {}
    for f in sorted(found, key=lambda f: (f["fingerprint"])):
        by_place.setdefault((f["origin"]["file"], f["origin"]["line"]), f)
    places = sorted(by_place)
    for place in places[:: max(1, len(places) // count)][:count]:
        f = by_place[place]
        root = next((file for name, file in named.items() if f["resourceId"].split("/")[4].split(":")[1] == name.replace("/", ".")), None)
        path = pathlib.Path(*root.parts[: len(root.parts) - len(next(n for n, v in named.items() if v == root).split("/"))]) / place[0]
        text = path.read_text(encoding="utf-8-sig").splitlines()[place[1] - 1:]
        text = text[:1] if path.suffix == ".bicep" else [t for t in text[:6] if '"type"' in t or '"name"' in t]
        print(f"{path.resolve().relative_to(SHARED.resolve())}:{place[1]}  {f['resourceId'].split('/providers/', 1)[1][:120]}\n      {' '.join(t.strip() for t in text)[:160]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, metavar="N")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--time", action="store_true", help="one scan of the whole folder of templates, timed")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"iac: skipped, there is no material at {SHARED} (set ASHLAR_SHARED)")
        return
    subprocess.run([ASHLAR, "--help"], stdout=subprocess.DEVNULL, check=True)
    with tempfile.TemporaryDirectory(prefix="ashlar-iac") as name:
        out = pathlib.Path(name) / "out"
        if options.lines:
            lines(out, options.lines)
        elif options.pairs:
            pairs(out)
        elif options.time:
            timed(out)
        else:
            wrong = templates(out) + pairs(out)
            timed(out)
            (HERE / "results.md").write_text("# Templates\n\nWritten by `bench/iac/iac.py`.\n\n" + "\n".join(RESULTS))
            sys.exit(1 if wrong else 0)


def timed(out):
    """The folder as a user would give it: modules are part of what uses them."""
    begun, before = time.monotonic(), os.times()
    scan([SHARED / "iac"], out)
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    table("The whole folder in one scan", collections.Counter({f"s ({processor:.0f} s of processor; {os.cpu_count()} cores, load {os.getloadavg()[0]:.0f})": round(time.monotonic() - begun)}))


if __name__ == "__main__":
    main()
