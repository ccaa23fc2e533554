#!/bin/sh
# Writes to stdout a one-page A4 PDF that shows the JPEG named: Debian forbids ImageMagick to write PDF, and LibreOffice would re-encode the picture.
set -eu
size=$(wc -c < "$1" | tr -d ' ')
wide=$(identify -format %w "$1"); high=$(identify -format %h "$1")
if [ "$wide" -gt "$high" ]; then box="841.89 595.28"; else box="595.28 841.89"; fi
draw="q ${box% *} 0 0 ${box#* } 0 0 cm /P Do Q"
objects() {
  printf '%%PDF-1.4\n'
  printf '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n'
  printf '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R>>\nendobj\n' "$box"
  printf '5 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n' "${#draw}" "$draw"
  printf '4 0 obj\n<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n' "$wide" "$high" "$size"
}
{ objects; cat "$1"; printf '\nendstream\nendobj\n'; } > "$1.body"
{ cat "$1.body"; start=$(wc -c < "$1.body" | tr -d ' '); printf 'xref\n0 6\n0000000000 65535 f \n'
  for id in 1 2 3 4 5; do printf '%010d 00000 n \n' "$(LC_ALL=C grep -abo "^$id 0 obj" "$1.body" | head -1 | cut -d: -f1)"; done
  printf 'trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' "$start"; }
rm -f "$1.body"
