#!/bin/sh
# Makes a PDF of one page in each kind of encryption: a password to open, and restrictions alone. Needs qpdf.
set -eu
cd "$(dirname "$0")"
printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 41>>stream\nBT /F 24 Tf 72 700 Td (Certificate) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n' > bare.pdf
qpdf --deterministic-id bare.pdf plain.pdf || [ $? = 3 ]
rm bare.pdf
lock() {
  name=$1
  shift
  qpdf --allow-weak-crypto plain.pdf "password-$name.pdf" --encrypt 1234 owner "$@" --
}
lock r2 40
lock r3 128 --use-aes=n
lock r4 128 --use-aes=y
lock r5 256 --force-R5
lock r6 256
restrict() {
  name=$1
  shift
  qpdf --allow-weak-crypto plain.pdf "restricted-$name.pdf" --encrypt '' owner "$@" --
}
restrict r2 40 --print=n
restrict r3 128 --use-aes=n --print=none
restrict r4 128 --use-aes=y --print=none
restrict r5 256 --force-R5 --extract=n
restrict r6 256 --print=none
qpdf --linearize plain.pdf linearized.pdf
qpdf --object-streams=generate plain.pdf objects.pdf
