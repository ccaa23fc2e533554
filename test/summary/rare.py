# Draws rare.ttf, the font of two rare characters that the tests name as a spare one: python3 test/summary/rare.py
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def drawn(*bars):
    pen = TTGlyphPen(None)
    for left, low, right, high in bars:
        pen.moveTo((left, low))
        for point in ((left, high), (right, high), (right, low)):
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


earth = [(150, 640, 850, 690), (80, 420, 920, 470), (475, 470, 525, 800)]
mouth = [(220, -60, 270, 300), (730, -60, 780, 300), (270, 250, 730, 300), (270, -60, 730, -10)]
small_mouth = [(80, 100, 120, 600), (320, 100, 360, 600), (120, 560, 320, 600), (120, 100, 320, 140)]
seven = [(420, 400, 920, 450), (620, 60, 670, 760), (670, 60, 900, 110)]
glyphs = {
    ".notdef": drawn((100, 0, 900, 40), (100, 760, 900, 800), (100, 40, 140, 760), (860, 40, 900, 760)),
    "u20BB7": drawn(*earth, *mouth),
    "u20B9F": drawn(*small_mouth, *seven),
}
builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(list(glyphs))
builder.setupCharacterMap({0x20BB7: "u20BB7", 0x20B9F: "u20B9F"})
builder.setupGlyf(glyphs)
builder.setupHorizontalMetrics({name: (1000, 80) for name in glyphs})
builder.setupHorizontalHeader(ascent=880, descent=-120)
builder.setupNameTable({"familyName": "Zjtx Rare", "styleName": "Regular", "psName": "ZjtxRare-Regular"})
builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120, fsType=0)
builder.setupPost()
builder.font["head"].created = builder.font["head"].modified = 3_600_000_000
builder.font.recalcTimestamp = False
builder.save(Path(__file__).with_name("rare.ttf"))
