"""Settings of a site on one's own machine. publishconf.py turns them into the public site's.

Every setting that has a default of Pelican's own which would add, guess or publish
something is written out here.
"""

import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [path for path in [str(ROOT / "plugins")] if path not in sys.path]

from catalogue.rules.settings_file import read_settings  # noqa: E402  (needs the path above)
from project import addresses, today  # noqa: E402
from website.assets.compiled_templates import compiled_templates  # noqa: E402

# The check of the plugin tells what is wrong with the file.
site = read_settings(ROOT).settings

SITENAME = addresses.SITE_NAME
SITEURL = ""
SITE_ADDRESS = site.address
SITE_REPOSITORY = site.repository
SITE_MAILBOX = site.mailbox
SITE_OWNER = site.owner
SITE_NOTICE = site.notice
SITE_PUBLISHED = False
SITE_TODAY = today.settle("", os.environ)

# The opportunities.json of the site as it stood, to tell what has changed; empty where none is.
PREVIOUS_DATA = os.environ.get("PREVIOUS_DATA", "")

# What goes in.
PATH = "content"
PAGE_PATHS = ["pages"]
ARTICLE_PATHS = []
STATIC_PATHS = ["extra"]
EXTRA_PATH_METADATA = {
    f"extra/{name}": {"path": name}
    for name in sorted(
        path.relative_to(ROOT / "content/extra").as_posix()
        for path in (ROOT / "content/extra").rglob("*")
        if path.is_file()
    )
}
# reStructuredText and HTML files could pull in other files and scripts of the machine.
READERS = {"rst": None, "html": None, "htm": None}
MARKDOWN = {
    "extensions": [
        "markdown.extensions.admonition",
        "markdown.extensions.def_list",
        "markdown.extensions.meta",
        "markdown.extensions.tables",
    ],
    "extension_configs": {},
    "output_format": "html5",
}
FORMATTED_FIELDS = []
FILENAME_METADATA = ""
PATH_METADATA = r"pages/(?P<slug>.+)\.md"
SLUGIFY_SOURCE = "basename"
TYPOGRIFY = False
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# What turns it into pages.
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["website.pelican_plugin"]
THEME = "theme"
THEME_STATIC_DIR = "static"
# The plugin joins the style sheets into one file, and serves scripts without comments.
IGNORE_FILES = [".*", "__pycache__", "*.css", "*.js"]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,  # a build is one process: no template changes under it
    "cache_size": -1,  # as many as there are, without counting
    "bytecode_cache": compiled_templates(ROOT / "theme"),
    "extensions": [],
}
TIMEZONE = "Europe/London"
# Each name is "plain C with UTF-8" on some system; text must not depend on who builds.
LOCALE = ["C.UTF-8", "C.utf8", "en_GB.UTF-8", "C"]
DEFAULT_LANG = "en-GB"
DEFAULT_DATE_FORMAT = "%d %B %Y"
DEFAULT_PAGINATION = False

# What comes out.
DELETE_OUTPUT_DIRECTORY = False
RELATIVE_URLS = False
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = PAGE_URL
PAGE_LANG_SAVE_AS = PAGE_SAVE_AS
DRAFT_PAGE_URL = DRAFT_PAGE_LANG_URL = "drafts/{slug}/"
DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = "drafts/{slug}/index.html"
DIRECT_TEMPLATES = []
PAGINATED_TEMPLATES = {}
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
FEED_ATOM = FEED_RSS = FEED_ALL_ATOM = FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = TAG_FEED_ATOM = TAG_FEED_RSS = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None
