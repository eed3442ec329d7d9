"""Pelican with as many lists as our own site has: a tag for each thing that people choose by."""

from common import *  # noqa: F403  (Pelican reads every name in capitals)

TAG_URL = "opportunities/by/{slug}/"
TAG_SAVE_AS = "opportunities/by/{slug}/index.html"
PAGINATED_TEMPLATES = {"index": 200, "category": 200, "tag": 200}
DEFAULT_PAGINATION = 200
CATEGORY_FEED_ATOM = "feeds/alliance/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = ""
