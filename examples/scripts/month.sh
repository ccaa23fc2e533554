#!/usr/bin/env bash
# A consultant's month with JSON and jq only: who has which state, what most clients lack, bundles of whoever is ready, their
# proof, and one report to send.
#
#   examples/scripts/month.sh FOLDER [OUTPUT]
#
# Exits with 0 when every client is ready, 1 when some are not, 2 when something could not be done. ZJTX names the program
# (a command and its arguments) where it is not `zjtx`.
set -euo pipefail
clients=${1:?usage: month.sh FOLDER [OUTPUT]}
output=${2:-out}
read -ra zjtx <<<"${ZJTX:-zjtx}"
mkdir -p "$output"

# What the program could not do ends the month; what it finds does not.
run() {
  local code=0
  "${zjtx[@]}" "$@" || code=$?
  if [ "$code" -gt 1 ]; then exit "$code"; fi
}

run validate "$clients" --quiet --statistics -f json="$output/report.json" -f html="$output/report.html"

echo '# 各状态'
jq -r '.dossiers | group_by(.state)[] | "\(.[0].state)\t\(length)\t\(map(.enterprise) | join("、"))"' "$output/report.json"

echo '# 最常见的问题'
jq -r '.statistics.codes[:5][] | "\(.dossiers)\t\(.code)"' "$output/report.json"

echo '# 每家先改的一条'
jq -r '.dossiers[] | . as $one | [.findings[] | select(.severity == "error" and (.waived | not))][0]
  | select(. != null) | "\($one.path)\t\(.message.zh)"' "$output/report.json"

# The bash of macOS knows no mapfile.
ready=()
while IFS= read -r path; do ready+=("$path"); done < <(
  jq -r '.dossiers[] | select(.state == "ready" or .state == "submittable") | .path' "$output/report.json"
)
if [ "${#ready[@]}" -gt 0 ]; then
  run build "${ready[@]}" --quiet -o "$output/bundles" -f json="$output/built.json"
  bundles=()
  while IFS= read -r path; do bundles+=("$path"); done < <(
    jq -r '.dossiers[] | .built | select(. != null) | .path' "$output/built.json"
  )
  run verify --final "${bundles[@]}" -f json="$output/verified.json"
  echo '# 材料包'
  # The digest that was built is the one to send along; only what verify calls whole goes out.
  jq -r --slurpfile proof "$output/verified.json" '
    ($proof[0].bundles | map({key: .path, value: .verdict}) | from_entries) as $verdict
    | .dossiers[] | .built | select(. != null) | "\($verdict[.path])\t\(.sha256)\t\(.path)"' "$output/built.json"
  jq -e 'all(.bundles[]; .verdict == "whole" and .status == "final")' "$output/verified.json" >/dev/null || exit 2
fi

jq -e 'all(.dossiers[]; .state == "ready" or .state == "submittable")' "$output/report.json" >/dev/null || exit 1
