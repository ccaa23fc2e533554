#!/usr/bin/env bash
# Checks the dossiers of a repository in a pipeline: annotations on standard output, reports in a folder, zjtx's own exit
# code. Settings come as variables: PATHS (one a line), FAIL_ON, SHARD, CHANGED_SINCE, REPORT, REDACT, FORMAT; with MERGE
# (reports of parts, one glob a line) it joins those instead. The program is `zjtx` where it is installed, else the one of
# the repository that this script lies in; it is never fetched by its name, which nobody has registered. 1 is the code of
# dossiers that do not pass: whatever keeps the program from looking at them ends with 2.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

zjtx() {
  if type -P zjtx >/dev/null; then command zjtx "$@"; else node "$here/bin/zjtx.js" "$@"; fi
}
if ! type -P zjtx >/dev/null && [ ! -e "$here/dist/cli/process.js" ]; then
  # `npm ci` takes what the lock file says, by its digest, and builds.
  (cd "$here" && npm ci --no-audit --no-fund) >&2 || exit 2
fi

report="${REPORT:-zjtx-report}"
mkdir -p -- "$report" || exit 2
formats=(-f "sarif=$report/report.sarif" -f "html=$report/report.html")
if [ -n "${FAIL_ON:-}" ]; then formats+=(--fail-on "$FAIL_ON"); fi

# One a line, into `paths`; the bash of macOS knows no mapfile.
paths=()
while IFS= read -r line; do
  line="${line%$'\r'}"
  if [ -n "$line" ]; then paths+=("$line"); fi
done <<<"${MERGE:-${PATHS:-.}}"
if [ "${#paths[@]}" -eq 0 ]; then paths=(.); fi
if [ -n "${MERGE:-}" ]; then
  zjtx report merge -f text "${formats[@]}" -- "${paths[@]}"
  exit
fi

options=(--quiet -f "${FORMAT:-github}" -f "json=$report/report.json" "${formats[@]}")
if [ -n "${SHARD:-}" ]; then options+=(--shard "$SHARD"); fi
if [ -n "${CHANGED_SINCE:-}" ]; then options+=(--changed-since "$CHANGED_SINCE"); fi
if [ "${REDACT:-false}" = true ]; then options+=(--redact); fi
zjtx validate "${options[@]}" -- "${paths[@]}"
