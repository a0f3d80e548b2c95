#!/usr/bin/python3
"""The icon font and the names of its icons, both from assets/icons.txt.

    icons.py header OUTPUT.hpp             C++ names: icon::phone is the UTF-8 text of that icon
    icons.py font TABLER_FOLDER OUTPUT.ttf the few glyphs we use, from Tabler's fonts

Code points are our own: U+E000 and on, in the order of the list. Font and names come from one list, so
they agree in every build.
"""
import pathlib
import sys

LIST = pathlib.Path(__file__).with_name("icons.txt")
FIRST = 0xE000
# Tabler's family, and what its icons' C++ names end in.
FAMILIES = {"line": ("tabler-icons-300.ttf", ""), "bold": ("tabler-icons.ttf", "_bold"), "filled": ("tabler-icons-filled.ttf", "_filled")}
# A C++ keyword gets a final underscore: icon::template_.
KEYWORDS = {"template", "switch", "register", "export", "delete", "new", "union", "operator"}


def icons():
    """Yields (family, Tabler name, C++ name, code point)."""
    family, code = "line", FIRST
    for line in LIST.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            family = line.strip("[]")
        elif line:
            name = line.replace("-", "_") + FAMILIES[family][1]
            yield family, line, name + "_" if name in KEYWORDS else name, code
            code += 1


def header(output):
    rows = "".join(
        f'inline constexpr const char* {name} = "{"".join(f"{chr(92)}x{byte:02x}" for byte in chr(code).encode())}";\n'
        for _, _, name, code in icons()
    )
    text = (
        "// Generated from assets/icons.txt: the text that draws each icon with the icon font.\n"
        "// NOLINTBEGIN\n#pragma once\n\nnamespace carnet::icon {\n\n"
        f"{rows}\n/// One past the last code point in use; the first is U+{FIRST:04X}.\n"
        f"inline constexpr unsigned first = 0x{FIRST:04X}, last = 0x{FIRST + len(list(icons())):04X};\n\n"
        "} // namespace carnet::icon\n// NOLINTEND\n"
    )
    path = pathlib.Path(output)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def font(folder, output):
    import logging

    logging.disable(logging.WARNING)  # Tabler's files have two spare bytes in a table that we drop.
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont

    sources = {family: TTFont(pathlib.Path(folder) / file) for family, (file, _) in FAMILIES.items()}
    glyphs, metrics, cmap = {}, {}, {}
    empty = TTGlyphPen(None)
    glyphs[".notdef"], metrics[".notdef"] = empty.glyph(), (1000, 0)
    for family, tabler, name, code in icons():
        source = sources[family]
        if tabler not in source.getGlyphOrder():
            sys.exit(f"{LIST}: Tabler has no icon {tabler} in {FAMILIES[family][0]}")
        pen = TTGlyphPen(None)
        source.getGlyphSet()[tabler].draw(pen)
        glyphs[name], metrics[name], cmap[code] = pen.glyph(), source["hmtx"][tabler], name
    like = sources["line"]
    builder = FontBuilder(like["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advance, glyphs[name].xMin if glyphs[name].numberOfContours else 0)
                                    for name, (advance, _) in metrics.items()})
    builder.setupHorizontalHeader(ascent=like["hhea"].ascent, descent=like["hhea"].descent)
    builder.setupNameTable({"familyName": "Carnet icons", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=like["hhea"].ascent, sTypoDescender=like["hhea"].descent)
    builder.setupPost(keepGlyphNames=False)
    # A fixed date: the same input gives the same bytes, hence the same hashed name.
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    pathlib.Path(output).parent.mkdir(parents=True, exist_ok=True)
    builder.save(output)


if sys.argv[1] == "header":
    header(sys.argv[2])
else:
    font(sys.argv[2], sys.argv[3])
