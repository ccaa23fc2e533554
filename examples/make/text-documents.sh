#!/bin/sh
# Makes the attachments of examples/NAME/ready that NAME.txt here holds the words of, each as a PDF with text: text-documents.sh NAME.
# Those of another folder beside ready stand in NAME-FOLDER.txt: text-documents.sh NAME FOLDER.
# Debian packages: libreoffice-writer imagemagick qpdf fonts-noto-cjk. Other versions of them give other bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
words=$here/$1${2:+-$2}.txt
ready=$here/../$1/${2:-ready}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1627808400 TZ=Asia/Shanghai LC_ALL=C.UTF-8
foot=示例文件，仅用于软件演示，不具有任何效力
# The second line of the words, `// head: …`, is the head of every page.
head=$(sed -n '2s#^// head: ##p' "$words")

# A seal that is none: a red circle with the word 示例.
"${CONVERT:-/usr/bin/convert}" -size 160x160 xc:none -fill none -stroke '#d3202acc' -strokewidth 5 -draw 'circle 80,80 80,6' \
  -stroke none -fill '#d3202acc' -font Noto-Serif-CJK-SC-Bold -pointsize 40 -gravity center -annotate +0-3 示例 -colors 16 -strip "$work/seal.png"
base64 "$work/seal.png" > "$work/seal"

sed -n 's/^=== //p' "$words" | while read -r out; do
  awk -v want="$out" -v look=plain -v seal="$work/seal" -v foot="$foot" -v head="$head" -f "$here/documents.awk" "$words" > "$work/draft.fodt"
  soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work" "$work/draft.fodt" >/dev/null 2>&1
  # The moment of making and the digests that depend on it, replaced by others of the same length.
  LC_ALL=C sed -i -e 's/CreationDate(D:[0-9]\{14\}/CreationDate(D:20210801090000/' \
    -e '/DocChecksum/s/[0-9A-F]\{32\}/00000000000000000000000000000000/' -e 's/^\(\/ID \[ \)\?<[0-9A-F]\{32\}>/\1<00000000000000000000000000000000>/' "$work/draft.pdf"
  mkdir -p "$ready/$(dirname "$out")"
  qpdf --linearize --deterministic-id "$work/draft.pdf" "$ready/$out"
  touch -d @$SOURCE_DATE_EPOCH "$ready/$out"
done
