"""Pelican with as many lists as our own site has: a tag for each thing that people choose by."""

SITENAME = "Your Say in Cancer Care"
SITEURL = "https://site.example"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en-GB"
PATH = "content"
ARTICLE_PATHS = ["opportunities"]
ARTICLE_URL = "opportunities/{slug}/"
ARTICLE_SAVE_AS = "opportunities/{slug}/index.html"
CATEGORY_URL = "alliances/{slug}/"
CATEGORY_SAVE_AS = "alliances/{slug}/index.html"
TAG_URL = "opportunities/by/{slug}/"
TAG_SAVE_AS = "opportunities/by/{slug}/index.html"
PAGE_PATHS = []
STATIC_PATHS = []
PLUGINS = []
THEME = "theme"
DIRECT_TEMPLATES = ["index", "entries", "sitemap"]
ENTRIES_SAVE_AS = "api/v1/opportunities.json"
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 200, "category": 200, "tag": 200}
DEFAULT_PAGINATION = 200
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 100
CATEGORY_FEED_ATOM = "feeds/alliance/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = ""
