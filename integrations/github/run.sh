#!/usr/bin/env bash
# The step of action.yml: scan, job summary, outputs. It never fails itself, so that the steps after it can publish what there is.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export ASHLAR_OUT="${ASHLAR_OUT:-$RUNNER_TEMP/ashlar}"

# Names in the log are a repository's: a line that looks like a workflow command is none.
token="ashlar-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
echo "::stop-commands::$token"
code=0
"$here/../scan.sh" || code=$?
echo "::$token::"

output() { echo "$1=$2" >>"$GITHUB_OUTPUT"; }
output exit-code "$code"
if [ -f "$ASHLAR_OUT/comment.md" ]; then
  cat "$ASHLAR_OUT/comment.md" >>"$GITHUB_STEP_SUMMARY"
  output comment-file "$ASHLAR_OUT/comment.md"
  output findings "$ASHLAR_OUT/findings.json"
  output report "$ASHLAR_OUT/ashlar-report.html"
  output junit "$ASHLAR_OUT/junit.xml"
else
  printf '## Ashlar: nothing was assessed\n\nExit code %s; the log of this step says why.\n' "$code" >>"$GITHUB_STEP_SUMMARY"
fi

# Code scanning refuses a file in which one result has no place in a file, and takes suppressed and absent results for open alerts.
if [ -f "$ASHLAR_OUT/findings.sarif" ] && command -v jq >/dev/null; then
  folder=""
  [ -d "${ASHLAR_PATH:-.}" ] && folder="${ASHLAR_PATH:-.}" && folder="${folder#./}" && folder="${folder%/}"
  [ "$folder" = . ] && folder=""
  moved="{}"
  while IFS= read -r uri; do
    file="$(printf '%b' "${uri//%/\\x}")"
    if [ -n "$folder" ] && [ ! -e "$file" ] && [ -e "$folder/$file" ]; then
      moved="$(jq -cn --argjson moved "$moved" --arg uri "$uri" --arg folder "$folder" '$moved + {($uri): (($folder | split("/") | map(@uri) | join("/")) + "/" + $uri)}')"
    fi
  done < <(jq -r '[.runs[].results[].locations[]?.physicalLocation.artifactLocation.uri // empty] | unique[]' "$ASHLAR_OUT/findings.sarif")
  jq -c --argjson moved "$moved" '.runs[].results |= [.[]
    | select(.kind == "fail" and ((.suppressions // []) | length) == 0 and .baselineState != "absent" and .locations[0].physicalLocation)
    | .locations[].physicalLocation.artifactLocation.uri |= ($moved[.] // .)][:25000]' \
    "$ASHLAR_OUT/findings.sarif" >"$ASHLAR_OUT/code-scanning.sarif"
  output sarif "$ASHLAR_OUT/code-scanning.sarif"
elif [ -f "$ASHLAR_OUT/findings.sarif" ]; then
  echo "::notice::jq is not on this runner: nothing is sent to code scanning."
fi
