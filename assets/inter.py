#!/usr/bin/python3
"""Makes the text font of the application from one of Inter's OTF files: inter.py Inter-Regular.otf OUTPUT.otf

Keeps the characters that names, addresses and French texts use, drops hinting and layout tables (the
application does no shaping), and makes the tabular digits the ordinary ones, so that columns of figures line up.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Ends are included.
RANGES = [
    (0x20, 0x7E), (0xA0, 0xFF),      # Latin-1
    (0x100, 0x17F),                  # Latin Extended-A
    (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x1EA, 0x1EB), (0x1FA, 0x1FF),
    (0x200, 0x21B), (0x237, 0x237),  # Latin Extended-B that occurs in names
    (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9),  # Welsh, capital sharp s, Vietnamese
    (0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x300, 0x304), (0x306, 0x30C), (0x327, 0x328),  # accents, also on their own
    (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE),  # Greek
    (0x400, 0x45F), (0x490, 0x491),  # Cyrillic
    (0x2000, 0x200B), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F),
    (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x205F, 0x2060),
    (0x2070, 0x2070), (0x2074, 0x2079), (0x2080, 0x2089), (0x20AC, 0x20AC), (0x2116, 0x2117), (0x2122, 0x2122),
    (0x2153, 0x215E), (0x2190, 0x2193), (0x21B5, 0x21B5), (0x21E7, 0x21E7), (0x2212, 0x2212), (0x2248, 0x2248),
    (0x2260, 0x2260), (0x2264, 0x2265), (0x221E, 0x221E), (0x2318, 0x2318), (0x25CF, 0x25CF), (0x2713, 0x2713),
    (0xFB01, 0xFB02), (0xFFFD, 0xFFFD),
]


def tabular_digits(font):
    """Maps digit glyphs to their tabular forms, as the font's own feature `tnum` has them."""
    forms = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    forms.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    return forms


def main(source, output):
    font = TTFont(source, recalcTimestamp=False)
    forms = tabular_digits(font)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = forms.get(table.cmap[code], table.cmap[code])
    options = subset.Options(hinting=False, desubroutinize=True, layout_features=[], name_IDs=[1, 2], notdef_outline=True,
                             glyph_names=False, legacy_kern=False, recalc_timestamp=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "BASE", "STAT", "MVAR", "HVAR", "kern"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={code for first, last in RANGES for code in range(first, last + 1)})
    subsetter.subset(font)
    digits = [font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    widest = max(font["hmtx"][glyph][0] for glyph in digits)
    for glyph in digits:
        # In some weights one digit is a thousandth narrower than the others: rounding of the font's makers.
        advance, left = font["hmtx"][glyph]
        if widest - advance > 4:
            sys.exit(f"{source}: the digits are not of one width")
        font["hmtx"][glyph] = (widest, left)
    font.save(output)


main(*sys.argv[1:])
