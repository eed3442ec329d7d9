"""Draw the pictures that other sites and phones show for ours, with a Chromium at hand.

Run ``python3 tools/make_social_card.py`` after a change to the quilt or to the name. It writes
``social-card.png`` (1200 by 630) and ``apple-touch-icon.png`` (180 by 180) into
``theme/static/img``. ``CHROMIUM`` names the browser where it is not on the path. Needs ``pillow``
to make the files small; neither is needed to build the site.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from website.artwork.patches import QUILT, icon, quilt  # noqa: E402 (the plugin is not installed)

IMAGES = ROOT / "theme" / "static" / "img"
FONT = ROOT / "theme" / "static" / "fonts" / "atkinson-hyperlegible-next.woff2"
COLOURS = 96  # few flat colours and their soft edges
LIMIT = 60 * 1024  # bytes: some sites drop a card that is slow to come

CARD = f"""<!DOCTYPE html><meta charset="utf-8"><style>
@font-face {{ font-family: Hyper; src: url("{FONT.as_uri()}"); font-weight: 400 800; }}
body {{ margin: 0; width: 1200px; height: 630px; overflow: hidden; background: #ede3f3;
  color: #5c1f54; font-family: Hyper; display: flex; }}
div {{ width: 570px; padding: 0 20px 0 56px; box-sizing: border-box; align-self: center; }}
b {{ display: block; font-size: 80px; font-weight: 800; line-height: 1; letter-spacing: -.02em; }}
p {{ margin: 34px 0 0; font-size: 35px; line-height: 1.35; color: #524354; }}
svg {{ width: 630px; height: 630px; flex: none; }}
</style><div><b>Your Say in<br>Cancer Care</b>
<p>Help shape cancer care<br>where you live, in England</p>
</div>{quilt(QUILT[:16], columns=4)}"""

SIGN = f"""<!DOCTYPE html><style>body {{ margin: 0; background: #5c1f54; }}
svg {{ display: block; width: 180px; height: 180px; }}</style>{icon()}"""


def main() -> int:
    """Write both pictures; fail when there is no browser or the card is too large."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if browser is None:
        print("No Chromium was found: install it, or name it in CHROMIUM.", file=sys.stderr)
        return 1
    card = IMAGES / "social-card.png"
    shoot(browser, CARD, card, "1200,630")
    shoot(browser, SIGN, IMAGES / "apple-touch-icon.png", "180,180")
    print(f"{card.name}: {card.stat().st_size} bytes")
    return 0 if card.stat().st_size <= LIMIT else 1


def shoot(browser: str, page: str, target: Path, size: str) -> None:
    """Save a picture of a page; ``size`` is width and height in pixels."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        flags += ["--allow-file-access-from-files", f"--user-data-dir={folder}/profile"]
        flags += [f"--window-size={size}", f"--screenshot={target}", source.as_uri()]
        subprocess.run([browser, *flags], check=True, capture_output=True, timeout=60)
    with Image.open(target) as picture:
        small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(target, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main())
