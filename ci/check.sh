#!/usr/bin/env bash
# Checks the dossiers of a repository in a pipeline: annotations on standard output, reports in a folder, zjtx's own exit
# code. Settings come as variables: PATHS (one a line), VERSION, FAIL_ON, SHARD, REPORT, REDACT, FORMAT. The program is
# `zjtx` where it is installed, else npx fetches it.
set -euo pipefail

report="${REPORT:-zjtx-report}"
mkdir -p "$report"

paths=()
while IFS= read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"${PATHS:-.}"

options=(--quiet -f "${FORMAT:-github}" -f "json=$report/report.json" -f "sarif=$report/report.sarif" -f "html=$report/report.html")
if [ -n "${FAIL_ON:-}" ]; then options+=(--fail-on "$FAIL_ON"); fi
if [ -n "${SHARD:-}" ]; then options+=(--shard "$SHARD"); fi
if [ "${REDACT:-false}" = true ]; then options+=(--redact); fi

if command -v zjtx >/dev/null; then
  exec zjtx validate "${options[@]}" -- "${paths[@]}"
fi
exec npx --yes "zjtx@${VERSION:-latest}" validate "${options[@]}" -- "${paths[@]}"
