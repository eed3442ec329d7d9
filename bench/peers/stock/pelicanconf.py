"""Pelican as it comes: the entries are articles, the alliances categories."""

from common import *  # noqa: F403  (Pelican reads every name in capitals)

PAGINATED_TEMPLATES = {"index": 20, "category": 20}
DEFAULT_PAGINATION = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
