#!/bin/sh
# Makes the Office samples with a password. Needs LibreOffice and python3-uno.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
profile=$(mktemp -d)
port=${PORT:-20021}
soffice --headless --norestore "-env:UserInstallation=file://$profile" \
  "--accept=socket,host=localhost,port=$port;urp;" &
office=$!
trap 'kill "$office" 2>/dev/null || true; rm -rf "$profile"' EXIT
/usr/bin/python3 "$here/make-office.py" "$port" "$here"
