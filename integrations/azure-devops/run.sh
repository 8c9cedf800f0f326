#!/usr/bin/env bash
# The step of ashlar.yml: scan and summary. It never fails itself, so that the steps after it can publish what there is.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

# Names in the log are a repository's: the agent looks for its commands anywhere in a line.
code=0
"$here/../scan.sh" 2>&1 | sed -e 's/##vso\[/##vso (/g' -e 's/##\[/## (/g' || code=${PIPESTATUS[0]}
echo "##vso[task.setvariable variable=AshlarExitCode]$code"
if [ -f "$ASHLAR_OUT/comment.md" ]; then
  echo "##vso[task.setvariable variable=AshlarWritten]true"
  echo "##vso[task.uploadsummary]$ASHLAR_OUT/comment.md"
else
  echo "##vso[task.setvariable variable=AshlarWritten]false"
fi
