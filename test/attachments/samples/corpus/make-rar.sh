#!/bin/sh
# Makes the RAR samples with rar 6.x (7.x no longer writes version 4): RAR=/path/to/rar sh make-rar.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
rar=${RAR:-rar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir 附件
printf '%%PDF-1.4\n%%%%EOF\n' > 附件/完税证明.pdf
cp "$here/../scan.jpg" 附件/营业执照.JPG
i=0
while [ "$i" -lt 400 ]; do
  echo "第 $i 行 $((i * 7919 % 1009))"
  i=$((i + 1))
done > long.doc
printf 'PK\003\004' > inner.zip
printf 'MZ' > setup.exe
printf 'a' > readme.txt
cat long.doc long.doc > plain.pdf
# make NAME SWITCHES… FILES…
make() {
  made=$here/$1-$version.rar
  shift
  rm -f "$made"
  # shellcheck disable=SC2154,SC2086  # given before each call; several switches are several words
  "$rar" a -idq "-ma$version" -tsm0 $switches "$made" "$@"
}
for version in 4 5; do
  switches='' make good 附件 long.doc
  switches='-s -m5 -rr5p' make solid 附件 long.doc
  switches=-p1234 make password 附件/完税证明.pdf
  switches=-hp1234 make headers 附件/完税证明.pdf
  switches='' make mixed 附件/完税证明.pdf inner.zip setup.exe readme.txt
  switches='' make refused inner.zip setup.exe
  switches='-v8k -m0' make volume plain.pdf
  mv "$here/volume-$version.part1.rar" "$here/volume-$version.rar"
  mv "$here/volume-$version.part2.rar" "$here/volume-last-$version.rar"
done
