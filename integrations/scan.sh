#!/usr/bin/env bash
# One scan as a pipeline wants it; used by the GitHub Action and the Azure DevOps template. Inputs are variables, so that no text of a
# repository is ever read as shell. Ends with Ashlar's exit code; 3 (something was not seen) becomes 0 unless ASHLAR_STRICT is true.
#   ASHLAR_PATH       files and folders, one a line (default: .)
#   ASHLAR_OUT        folder of the results
#   ASHLAR_FAIL_ON, ASHLAR_BASELINE, ASHLAR_SETTINGS, ASHLAR_SUPPRESSIONS, ASHLAR_CONTENT, ASHLAR_STRICT    as the options of 'ashlar scan'
#   ASHLAR_COMMAND    the program (default: the launcher of this checkout)
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

arguments=(scan --out "$ASHLAR_OUT" --markdown "$ASHLAR_OUT/comment.md" --junit "$ASHLAR_OUT/junit.xml")
while IFS= read -r path; do
  path="${path%$'\r'}"
  [ -z "$path" ] || arguments+=(--from "$path")
done <<<"${ASHLAR_PATH:-.}"
[ -z "${ASHLAR_FAIL_ON:-}" ] || arguments+=(--fail-on "$ASHLAR_FAIL_ON")
[ -z "${ASHLAR_BASELINE:-}" ] || arguments+=(--baseline "$ASHLAR_BASELINE")
[ -z "${ASHLAR_SETTINGS:-}" ] || arguments+=(--settings "$ASHLAR_SETTINGS")
[ -z "${ASHLAR_SUPPRESSIONS:-}" ] || arguments+=(--suppressions "$ASHLAR_SUPPRESSIONS")
[ -z "${ASHLAR_CONTENT:-}" ] || arguments+=(--content "$ASHLAR_CONTENT")
[ "${ASHLAR_STRICT:-false}" != true ] || arguments+=(--strict)

# What an earlier run left must not be taken for this one's.
mkdir -p "$ASHLAR_OUT"
rm -f "$ASHLAR_OUT"/{comment.md,junit.xml,findings.json,findings.sarif,ashlar-report.html}
code=0
"${ASHLAR_COMMAND:-$here/../ashlar}" "${arguments[@]}" || code=$?
if [ "$code" = 3 ] && [ "${ASHLAR_STRICT:-false}" != true ]; then
  echo "Ashlar: something could not be seen (exit code 3); the report says what. Set strict to fail on it."
  code=0
fi
exit "$code"
