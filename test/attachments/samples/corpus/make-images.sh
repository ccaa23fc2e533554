#!/bin/sh
# Makes the pictures of every kind. Needs ImageMagick.
set -eu
cd "$(dirname "$0")"
draw() { convert -size 1000x1400 xc:white -fill navy -draw 'rectangle 100,100 900,300' -strip "$@"; }
draw -quality 60 baseline.jpg
draw -quality 60 -interlace JPEG progressive.jpg
draw -quality 60 -colorspace Gray grey.jpg
draw -quality 60 -colorspace CMYK cmyk.jpg
draw -quality 60 -sampling-factor 4:4:4 sampled.jpg
draw -depth 8 -define png:color-type=2 colours.png
draw -depth 16 -define png:color-type=2 -define png:bit-depth=16 deep.png
draw -define png:color-type=3 palette.png
draw -depth 8 -define png:color-type=6 -interlace PNG interlaced.png
draw -colorspace Gray -define png:color-type=0 -define png:bit-depth=16 -interlace PNG interlaced-grey.png
