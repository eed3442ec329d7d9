"""Settings of the public site: those of pelicanconf.py, with the public address in every link."""

import os
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent)]

from pelicanconf import *  # noqa: E402, F403  (Pelican reads every upper-case name of this module)
from pelicanconf import SITE_ADDRESS  # noqa: E402

SITEURL = os.environ.get("SITEURL", "").rstrip("/") or SITE_ADDRESS
if not SITEURL:
    raise SystemExit("No address to publish at: fill in data/site.yaml, or set SITEURL.")

SITE_NOTICE = []
SITE_PUBLISHED = True
DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
