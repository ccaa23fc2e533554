#!/bin/sh
# make-pdf.sh makes the PDF samples with the tools that people use: sh make-pdf.sh
# Debian packages: libreoffice-writer chromium imagemagick poppler-utils mupdf-tools qpdf fonts-noto-cjk. Other versions give other bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$here/pdf
convert=${CONVERT:-/usr/bin/convert}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out/good" "$out/encrypted" "$out/scans"
cd "$work"
name=江苏示例精密机械有限公司

cat > page.html <<HTML
<html><head><meta charset="utf-8"><title>证明</title></head>
<body style="font-family:'Noto Serif CJK SC'"><h1>证明</h1><p>$name（龙门长车）</p><p style="page-break-before:always">第二页</p></body></html>
HTML
soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf:writer_web_pdf_Export --outdir "$work" page.html > /dev/null 2>&1
cp page.pdf "$out/good/writer.pdf"
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --user-data-dir="$work/chromium" \
  --print-to-pdf="$out/good/chromium.pdf" "file://$work/page.html" > /dev/null 2>&1
pdftocairo -pdf page.pdf "$out/good/cairo.pdf"
mutool clean -gggg -z page.pdf "$out/good/mutool-clean.pdf"
qpdf --linearize page.pdf "$out/good/linearized.pdf"
qpdf --object-streams=generate --compress-streams=y page.pdf "$out/good/object-streams.pdf"
qpdf --qdf page.pdf "$out/good/expanded.pdf"
pdfunite page.pdf page.pdf "$out/good/united.pdf"
printf '%s\n' '%%MediaBox 0 0 595 842' '%%Font F Helvetica' 'BT /F 24 Tf 72 700 Td (Plain page) Tj ET' '0 0 1 RG 72 690 m 300 690 l S' > page.txt
mutool create -o "$out/good/mutool-create.pdf" page.txt page.txt

# encrypted in every revision, with a password to open it (user), without but restricted (owner), without and all allowed (open)
plain=$out/good/mutool-create.pdf
encrypt() {
  revision=$1; kind=$2; user=$3; shift 3
  qpdf --allow-weak-crypto --encrypt "$user" owner "$@" -- "$plain" "$out/encrypted/$revision-$kind.pdf"
}
for kind in user owner open; do
  case $kind in user) user=secret ;; *) user= ;; esac
  case $kind in owner) no40='--print=n --extract=n' no='--print=none --extract=n' ;; *) no40='' no='' ;; esac
  encrypt r2 $kind "$user" 40 $no40
  encrypt r3 $kind "$user" 128 $no
  encrypt r4-rc4 $kind "$user" 128 --force-V4 $no
  encrypt r4-aes $kind "$user" 128 --use-aes=y $no
  encrypt r5 $kind "$user" 256 --force-R5 $no
  encrypt r6 $kind "$user" 256 $no
done

# scans: pages that are one grey picture; what a scanner makes of blank paper is noisy, specked, and darker towards an edge
$convert -size 1000x1414 'gradient:#f4f4f0-#e6e6e2' -seed 7 -attenuate 0.08 +noise Gaussian -colorspace Gray blank.png
$convert blank.png -fill '#444' -draw 'circle 300,500 301,502 circle 700,900 702,902 circle 500,1200 501,1201' specked.png
$convert blank.png -fill '#222' -font Noto-Serif-CJK-SC -pointsize 36 -annotate +120+300 "$name" -annotate +120+380 '二〇二〇年度完税证明' text.png
$convert blank.png -fill '#222' -font Noto-Serif-CJK-SC -pointsize 30 -annotate +420+700 '以下空白' words.png
$convert text.png -resize 60% coarse.png
for one in text words blank specked coarse; do
  $convert $one.png -quality 30 -colorspace sRGB -type TrueColor -sampling-factor 4:2:0 $one.jpg
  sh "$here/../../../examples/make/jpeg-to-pdf.sh" $one.jpg > "$out/scans/$one.pdf"
done
qpdf --empty --pages "$out/scans/text.pdf" "$out/scans/blank.pdf" "$out/scans/coarse.pdf" -- "$out/scans/mixed.pdf"
