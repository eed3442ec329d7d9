"""What both sizes of the Pelican project have in common."""

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
PAGE_PATHS = []
STATIC_PATHS = []
PLUGINS = []
THEME = "theme"
DIRECT_TEMPLATES = ["index", "entries", "sitemap"]
ENTRIES_SAVE_AS = "api/v1/opportunities.json"
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 100
