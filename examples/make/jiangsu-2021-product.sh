#!/bin/sh
# Makes the attachments of examples/jiangsu-2021-product/ready again, from the words in jiangsu-2021-product.txt and the profile in dossier.yaml.
# Debian packages: libreoffice-writer libreoffice-calc imagemagick poppler-utils qpdf fonts-noto-cjk. Other versions of them give other bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ready=$here/../jiangsu-2021-product/ready
convert=${CONVERT:-/usr/bin/convert}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1627808400 TZ=Asia/Shanghai LC_ALL=C.UTF-8
name=江苏示例精密机械有限公司
foot=示例文件，仅用于软件演示，不具有任何效力

# The profile is written once, in the dossier.
awk '/^    profile:/ { on = 1; next } on && /^      / { sub(/^ +/, ""); print; next } { on = 0 }' "$ready/dossier.yaml" > "$work/profile"
awk -v profile="$work/profile" '/^@profile/ { while ((getline line < profile) > 0) print line; next } { print }' "$here/jiangsu-2021-product.txt" > "$work/words"

# A seal that is none: a red circle with the word 示例.
$convert -size 300x300 xc:none -fill none -stroke '#d3202acc' -strokewidth 9 -draw 'circle 150,150 150,12' \
  -stroke none -fill '#d3202acc' -font Noto-Serif-CJK-SC-Bold -pointsize 74 -gravity center -annotate +0-6 示例 -strip "$work/seal.png"
base64 "$work/seal.png" > "$work/seal"

# soffice to FORMAT FILE → $work/FILE's name.FORMAT
office() { soffice -env:UserInstallation="file://$work/office" --headless --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1; }

# lay STYLE OUTPUT [YEAR]: one document of the text file as OpenDocument
lay() {
  case $1 in sheet) draft=$work/draft.fods ;; *) draft=$work/draft.fodt ;; esac
  awk -v want="${4:-$2}" -v look="$1" -v year="${3:-2020}" -v seal="$work/seal" -v foot="$foot" \
    -v head="$name　统一社会信用代码 91320115MADEM0011B" -f "$here/documents.awk" "$work/words" > "$draft"
}

# scan PAGE.png ANGLE OUTPUT.jpg QUALITY: what a flatbed scanner would have made of the page
scan() {
  size=$(identify -format '%wx%h' "$1")
  $convert "$1" -background white -rotate "$2" -gravity center -crop "$size+0+0" +repage \
    +level-colors '#25262b','#fbf8ef' \( -size "$size" 'gradient:#ffffff-#f1eee6' \) -compose multiply -composite \
    -blur 0x0.55 -seed 18 -attenuate 0.22 +noise Gaussian -sampling-factor 4:2:0 -quality "$4" -density 150 -units PixelsPerInch -strip "$3"
}

# the moment of making and the digests that depend on it, replaced by others of the same length
undate() {
  LC_ALL=C sed -i -e 's/CreationDate(D:[0-9]\{14\}/CreationDate(D:20210801090000/' \
    -e '/DocChecksum/s/[0-9A-F]\{32\}/00000000000000000000000000000000/' -e 's/^\(\/ID \[ \)\?<[0-9A-F]\{32\}>/\1<00000000000000000000000000000000>/' "$1"
}

text_pdf() { lay plain "$@"; office pdf "$work/draft.fodt"; undate "$work/draft.pdf"; mkdir -p "$ready/$(dirname "$out")"; qpdf --linearize --deterministic-id "$work/draft.pdf" "$ready/$out"; }
pages() { office pdf "$work/draft.fodt"; rm -f "$work"/page*; pdftoppm -r 135 -png "$work/draft.pdf" "$work/page"; mkdir -p "$ready/$(dirname "$1")"; }

for year in 2018 2019 2020; do out=附件/审计报告/${year}年度审计报告.pdf; text_pdf "$out" "$year" '附件/审计报告/{Y}年度审计报告.pdf'; done
for out in 附件/完税证明/2020年度完税证明.pdf 附件/市场占有率证明/JX系列高精度行星减速器市场占有率证明.pdf 附件/供应链证明/供货证明.pdf \
  附件/研发机构、高新技术企业证明/高新技术企业认定情况证明.pdf 附件/产品附证/产品回程间隙与寿命检测报告.pdf 附件/产品附证/科技查新报告.pdf; do text_pdf "$out"; done

for out in 附件/供应链证明/2020年度供货合同.docx 附件/企业管理及信息化建设情况说明/企业管理及信息化建设情况说明.docx; do
  lay plain "$out"; office docx "$work/draft.fodt"; mkdir -p "$ready/$(dirname "$out")"; mv "$work/draft.docx" "$ready/$out"
done
out=附件/其他企业认为需提供的材料/2020年度产品销售明细.xlsx
lay sheet "$out"; office xlsx "$work/draft.fods"; mkdir -p "$ready/$(dirname "$out")"; mv "$work/draft.xlsx" "$ready/$out"

# scanned pictures
lay landscape 附件/营业执照/企业营业执照原件扫描件.jpg; pages 附件/营业执照/企业营业执照原件扫描件.jpg
scan "$work/page-1.png" 0.7 "$ready/附件/营业执照/企业营业执照原件扫描件.jpg" 50
angle=-0.6
for out in 附件/研发机构、高新技术企业证明/南京市工程技术研究中心认定证书.jpg 附件/省级表彰/2020年江苏省示例机械工业科技进步奖二等奖.jpg; do
  lay landscape "$out"; pages "$out"; scan "$work/page-1.png" $angle "$ready/$out" 45; angle=0.4
done
out=附件/省级表彰/2019年江苏省示例质量信用企业证书.png
lay landscape "$out"; pages "$out"; $convert "$work/page-1.png" -background white -rotate 0.3 -gravity center -crop "$(identify -format %wx%h "$work/page-1.png")+0+0" +repage -colors 32 -strip "$ready/$out"

# scanned PDFs: a page is one picture, without text
picture_pdf() {
  style=$1; out=$2; lay "$style" "$out"; pages "$out"; n=0; list=
  for page in "$work"/page-*.png; do
    n=$((n + 1)); scan "$page" 0.$((n * 3)) "$work/scan-$n.jpg" 40
    "$here/jpeg-to-pdf.sh" "$work/scan-$n.jpg" > "$work/scan-$n.pdf"; list="$list $work/scan-$n.pdf"
  done
  qpdf --linearize --deterministic-id --empty --pages $list -- "$ready/$out"
}
picture_pdf letter '附件/企业简介/企业简介(盖章).pdf'
for out in 附件/产品附证/专利证书-1-一种行星减速器齿轮磨削方法.pdf 附件/产品附证/专利证书-2-低回程间隙行星减速器.pdf \
  附件/产品附证/专利证书-3-减速器输出法兰端跳检测装置.pdf; do picture_pdf frame "$out"; done
picture_pdf landscape 附件/产品附证/高新技术企业证书.pdf
find "$ready/附件" -type f -exec touch -d @$SOURCE_DATE_EPOCH {} +
