"""Whatever a file holds, it is judged in 2 seconds and 200 MB, and nothing is ever raised."""

from __future__ import annotations

import time
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue.parsing.front_matter import read_document
from catalogue.problems.report import PRINTERS
from catalogue.rules.markdown import MOST_BRACKETS, MOST_CHARACTERS, MarkdownRenderer
from catalogue.rules.site_pages import page_problems
from tests.nowhere import ENTRY, changed, judged, with_line

SECONDS = 2
BYTES = 200_000_000


def long_lines(piece, size=60_000, width=4_900):
    """A text of many pieces in lines that are not too long."""
    line = (piece * (width // len(piece) + 1))[:width]
    return "\n".join([line] * (size // width))


FLOODS = {
    "brackets": "[",
    "closed brackets": "]",
    "curly brackets": "{",
    "tags": "<a ",
    "stars": "*",
    "backticks": "`",
    "quotes": '"',
    "apostrophes": "'",
    "colons": ": ",
    "hashes": " #",
    "dashes": "- ",
    "at signs": "@",
    "at signs in words": "a@",
    "dots": "a.",
    "letters": "a",
    "capitals": "AB ",
    "figures": "7",
    "figures with spaces": "0 7 ",
    "figures in words": "seven ",
    "double figures": "double ",
    "letters for figures": "o7",
    "backslashes": "\\",
    "anchors": "&a ",
    "pipes": "|",
    "underlines": "_",
    "greater than": ">",
    "links": "[a](b) ",
    "half links": "](",
    "addresses": "https://a.b/ ",
    "key starts": "ghp_",
    "more key starts": "eyJ",
    "passwords": "password:",
    "wallets": "bitcoin ",
    "fees": "registration ",
    "spaces": " ",
    "joiners": "\u200d",
    "directions": "\u202e",
    "Greek": "α",
    "mixed": "aа",
    "marks": "\u0300",
    "nul": "\0",
    "line separators": "\u2028",
    "percent signs": "%",
    "at home": "at home on ",
    "streets": "1 Sample Road ",
    "names": "Petra Pebble has ",
    "exclamation marks": "!",
    "commas": ",",
}
NAMES = "\n".join(f"name{number}: x" for number in range(4_000))
TWICE = "\n".join("title: x" for _ in range(5_000))
STEPS = "\n".join(f"{' ' * (2 * depth)}a:" for depth in range(200))
BAD_LINES = "\n".join("a: b: c" for _ in range(6_000))
UNREADABLE = "\n".join("  (a" for _ in range(6_000))


def in_front(text):
    return f"---\n{text}\n---\n"


WORST = {
    **{f"{name} in the words": ENTRY + long_lines(piece) for name, piece in FLOODS.items()},
    **{f"{name} in the facts": in_front(long_lines(piece)) for name, piece in FLOODS.items()},
    **{
        f"{name} in one value": with_line(f'place: "{(piece * 4_000)[:4_000]}')
        for name, piece in FLOODS.items()
    },
    **{
        f"{name} after a colon": with_line(f"place: x{(piece * 4_000)[:4_000]}")
        for name, piece in FLOODS.items()
    },
    "many names": in_front(NAMES),
    "one name many times": in_front(TWICE),
    "many steps": in_front(STEPS),
    "many bad lines": in_front(BAD_LINES),
    "many lines that cannot be read": in_front(UNREADABLE),
    "nested aliases": in_front(
        "\n".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefghi"))
    ),
    "a list in a list": with_line(f"place: {'[' * 2_000}{']' * 2_000}"),
    "a map in a map": with_line(f"place: {'{a: ' * 1_000}{'}' * 1_000}"),
    "many list lines": with_line("format:\n" + "\n".join(["  - online"] * 4_000)),
    "a long code": changed("panel_or_forum", "panel" * 900),
    "lines of one letter": ENTRY + "\n".join("a" * 30_000),
    "many headings": ENTRY + "\n".join(["# a"] * 10_000),
    "a telephone number on each line": ENTRY + "\n".join(["07700 900123"] * 4_800),
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_files_are_judged_in_time(name):
    started = time.process_time()
    problems = judged(WORST[name])
    assert time.process_time() - started < SECONDS
    assert len(problems) <= 61


def test_no_file_takes_much_memory():
    tracemalloc.start()
    try:
        for text in WORST.values():
            judged(text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < BYTES


@pytest.mark.parametrize("size", [64_001, 5_000_000])
def test_a_large_file_is_not_even_decoded(size):
    (problem,) = judged(b"\xff" * size)
    assert problem.code == "file-too-large"


@pytest.mark.parametrize("piece", FLOODS.values(), ids=list(FLOODS))
def test_words_that_pass_are_shown_in_time(piece):
    body = long_lines(piece, MOST_CHARACTERS)[:MOST_CHARACTERS]
    if body.count("[") > MOST_BRACKETS:
        body = body.replace("[", "(", body.count("[") - MOST_BRACKETS)
    started = time.process_time()
    MarkdownRenderer().html(body)
    assert time.process_time() - started < SECONDS


def is_sound(problems, data):
    """Every problem can be printed, stands in the file, and says what to do."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.code
        assert problem.message
        assert problem.fix
    for printer in PRINTERS.values():
        printer(sorted(problems), 1).encode("utf-8")


ALPHABET = (
    "abcXYZ 0179:-#'\"[]{}<>&*!|%@`\\/.,?=+()_~^;$\n\n\n\t\r\x00\x85\u00a0\u00ad\u200b\u202e\u2028"
    "\ufeff\uff1aéаβ£👩\u200d"
)
PIECES = [
    *("---\n", "title: ", "summary: ", "  - ", "who_for: ", "apply:\n", "checked:\n", "sources:\n"),
    *(
        "sessions:\n",
        "moved_to: ",
        "[",
        "]",
        "{",
        "}",
        ": ",
        " #",
        "&a ",
        "*a",
        "!!int ",
        "|\n",
        ">-\n",
    ),
    *(
        '"',
        "'",
        "\\u202e",
        "\\ud800",
        "2027-03-31",
        "31/3/27",
        "1 May",
        "<b>",
        "](",
        "\n",
        "\t",
        "...",
    ),
    *("https://a.example/", "07700 900123", "%YAML", "``` ", "# ", "- - ", "? ", "=", "@a"),
]
pieces = st.sampled_from(PIECES)
texts = st.lists(st.one_of(pieces, st.text(ALPHABET, max_size=12)), max_size=60).map("".join)
fast = settings(
    max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@fast
@given(st.binary(max_size=2_000))
def test_any_bytes_give_problems_and_never_an_exception(data):
    problems = judged(data)
    assert problems
    is_sound(problems, data)
    page_problems(data, "content/pages/x.md")
    read_document(data, "x", front_matter=False)


@fast
@given(texts)
def test_any_text_between_fences_gives_problems_and_never_an_exception(text):
    data = f"---\n{text}\n---\n{text}".encode("utf-8", "surrogatepass")
    is_sound(judged(data), data)


@fast
@given(st.integers(0, len(ENTRY)), st.integers(0, 30), texts)
def test_any_change_to_an_entry_gives_problems_or_none_and_never_an_exception(start, length, text):
    data = (ENTRY[:start] + text + ENTRY[start + length :]).encode("utf-8", "surrogatepass")
    is_sound(judged(data), data)
