#!/bin/sh
# Makes the attachments of the examples of 小巨人企业 and 复核 that jiangsu-2021-product does not have, from the words in jiangsu-2021-giants.txt.
# Debian packages: libreoffice-writer imagemagick qpdf fonts-noto-cjk. Other versions of them give other bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
words=$here/jiangsu-2021-giants.txt
convert=${CONVERT:-/usr/bin/convert}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1628553600 TZ=Asia/Shanghai LC_ALL=C.UTF-8

# A seal that is none: a red circle with the word 示例.
$convert -size 300x300 xc:none -fill none -stroke '#d3202acc' -strokewidth 9 -draw 'circle 150,150 150,12' \
  -stroke none -fill '#d3202acc' -font Noto-Serif-CJK-SC-Bold -pointsize 74 -gravity center -annotate +0-6 示例 -strip "$work/seal.png"
base64 "$work/seal.png" > "$work/seal"

sed -n 's/^=== //p' "$words" | while read -r example path; do
  case $path in *证书.pdf) look=landscape ;; *) look=plain ;; esac
  awk -v want="$example $path" -v look=$look -v year=2020 -v seal="$work/seal" -v foot=示例文件，仅用于软件演示，不具有任何效力 \
    -v head='江苏示例精密机械有限公司　统一社会信用代码 91320115MADEM0011B' -f "$here/documents.awk" "$words" > "$work/draft.fodt"
  soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work" "$work/draft.fodt" > /dev/null 2>&1
  # the moment of making and the digests that depend on it, replaced by others of the same length
  LC_ALL=C sed -i -e 's/CreationDate(D:[0-9]\{14\}/CreationDate(D:20210810090000/' \
    -e '/DocChecksum/s/[0-9A-F]\{32\}/00000000000000000000000000000000/' \
    -e 's/^\(\/ID \[ \)\?<[0-9A-F]\{32\}>/\1<00000000000000000000000000000000>/' "$work/draft.pdf"
  out=$here/../jiangsu-2021-$example/ready/$path
  mkdir -p "$(dirname "$out")"
  qpdf --linearize --deterministic-id "$work/draft.pdf" "$out"
  touch -d "@$SOURCE_DATE_EPOCH" "$out"
done
