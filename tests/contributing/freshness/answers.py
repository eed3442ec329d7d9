"""Invented answers of the web, and what is known of a link after some of them."""

import threading
from dataclasses import replace
from datetime import timedelta

from catalogue.text.links import host_of
from contributing.freshness.link_history import after
from contributing.freshness.page_fingerprint import Trait
from contributing.freshness.web_client import GONE, THERE, UNSURE, Answer
from contributing.freshness.web_page import WebPage
from tests.contributing.conftest import TODAY

WEEK = timedelta(days=7)
LINK = "https://site.example/panel"
DATE = Trait(what="the date 1 March 2027", shapes=("1 march 2027",))


def there(words="all about cancer", address=LINK, title=""):
    return Answer(outcome=THERE, reason="", address=address, page=WebPage(title=title, words=words))


GONE_NOW = Answer(outcome=GONE, reason="it answered 404", address=LINK)
REFUSED = Answer(outcome=UNSURE, reason="it answered 403", address=LINK)


def state_after(*answers, traits=()):
    """What is known of a link after one answer a week."""
    seen = None
    for week, answer in enumerate(answers):
        seen = after(seen, answer, traits, TODAY + week * WEEK)
    return seen


class InventedWeb:
    """Stands in for the web: an answer for each address, and a list of who was asked."""

    def __init__(self, answers=(), fail_at=None):
        self.answers = dict(answers)
        self.asked = []
        self.fail_at = fail_at
        self.busy = {}
        self.lock = threading.Lock()

    def ask(self, address, *, read):
        host = host_of(address)
        with self.lock:
            self.asked.append(address)
            assert not self.busy.get(host)
            self.busy[host] = True
            if len(self.asked) == self.fail_at:
                raise KeyboardInterrupt
        answer = self.answers.get(address, there(address=address))
        with self.lock:
            self.busy[host] = False
        return answer

    def resolve(self, host):
        if "offline" in self.answers:
            raise OSError
        return ["93.184.216.34"]


def with_entry(existing, **changes):
    entries = {one.slug: one for one in existing.catalogue.opportunities}
    entry = replace(entries["marble-advisers"], **changes)
    return replace(existing.catalogue, opportunities=(entry,))


def with_entries(existing, *changes):
    """The catalogue with one invented entry for each set of changes, and no other."""
    entries = {one.slug: one for one in existing.catalogue.opportunities}
    return replace(
        existing.catalogue,
        opportunities=tuple(
            replace(entries["marble-advisers"], slug=f"marble-advisers-{number}", **facts)
            for number, facts in enumerate(changes, 1)
        ),
    )
