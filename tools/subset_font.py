"""Cut Atkinson Hyperlegible Next down to the letters and weights that the site uses.

Run ``python3 tools/subset_font.py FULL_FONT``, where FULL_FONT is the variable, upright Latin file
of the npm package ``@fontsource-variable/atkinson-hyperlegible-next`` (version 5.3.0 was used).
It writes ``theme/static/fonts/atkinson-hyperlegible-next.woff2``. Needs ``fonttools`` and
``brotli``; neither is needed to build the site.

The package splits the typeface by alphabet: ŵ, ŷ, arrows and the tick are not in its Latin file.
A browser takes those few from its own font.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = (
    Path(__file__).parents[1] / "theme" / "static" / "fonts" / "atkinson-hyperlegible-next.woff2"
)
WEIGHTS = (400, 800)
LIMIT = 20 * 1024  # bytes: the font's share of a page on a slow phone

# Printable ASCII, then the marks of English text, then accents met in names and Welsh words.
# By number: the hard space, the multiplication sign, the short dash, the single quotation marks.
TEXT = "".join(chr(code) for code in range(0x20, 0x7F)) + "£€©·½—“”…•"
TEXT += "\u00a0\u00d7\u2013\u2018\u2019"
ACCENTS = "ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜàáâäæåçèéêëìíîïñòóôöøùúûüýÿ"
FEATURES = ["kern", "mark", "ccmp", "locl"]


def cut(source: Path) -> TTFont:
    """Return the font with only our letters, our weights and no hinting."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 4, 6, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=TEXT + ACCENTS)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    return font


def main() -> int:
    """Write the cut font; fail when it is larger than its share of a page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("full_font", type=Path)
    font = cut(parser.parse_args().full_font)
    font.flavor = "woff2"
    font.save(TARGET)
    size = TARGET.stat().st_size
    print(f"{TARGET.name}: {size} bytes")
    return 0 if size <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
