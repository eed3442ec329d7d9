"""Every value stays text and keeps its place; whatever cannot be read is told in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.parsing.front_matter import Block, Items, Text, read_document, unopened_document
from tests.nowhere import ENTRY, changed


def read(text, *, front_matter=True):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return read_document(data, "x", front_matter=front_matter)


def facts(text):
    """The pairs of facts between two fences, and what is wrong with them."""
    document = read(f"---\n{text}\n---\n")
    return document.root, [(one.line, one.column, one.code) for one in document.problems]


def plain(node):
    """A node without its places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(one) for one in node.nodes]
    return {name: plain(one) for (name, _, _), one in node.pairs}


@pytest.mark.parametrize(
    "written",
    [
        *("NO", "yes", "on", "010", "0x1F", ".nan", "1_000", "12:30", "2026-02-30", "1e3"),
        *("~", "null", "9" * 4900, "2026-11-22", "0o17", "1.0", "=", "<<"),
    ],
)
def test_whatever_is_written_stays_text(written):
    root, problems = facts(f"value: {written}")
    assert plain(root) == {"value": written}
    assert problems == []


def test_every_value_keeps_its_line_and_column():
    root, _ = facts("title: Pébble\n\napply:\n  url: x\nwho_for: [a,  b]")
    assert root == Block(
        (
            (Text("title", 2, 1), Text("Pébble", 2, 8)),
            (
                Text("apply", 4, 1),
                Block(((Text("url", 5, 3), Text("x", 5, 8)),), 5, 3),
            ),
            (
                Text("who_for", 6, 1),
                Items((Text("a", 6, 11), Text("b", 6, 15)), 6, 10),
            ),
        ),
        2,
        1,
    )


def test_the_words_begin_after_the_second_fence():
    document = read("---\ntitle: x\n---\n\n\nWords.\n\nMore.\n")
    assert (document.body, document.body_line) == ("Words.\n\nMore.", 6)


LINES = st.sampled_from(["---", "--- ", "---\t", " ---", "----", "--- x", "a: ---", "Words.", ""])


@given(st.lists(LINES, max_size=6))
def test_the_facts_end_at_the_first_line_of_three_dashes_and_blanks(lines):
    document = read("\n".join(["---", "title: x", *lines, "---", "The end."]))
    fence = next(at for at, line in enumerate([*lines, "---"]) if line.rstrip() == "---")
    after = [*lines, "---", "The end."][fence + 1 :]
    assert document.body == "\n".join(after).strip("\n")


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf---\ntitle: x\n---\n",
        b"---\r\ntitle: x\r\n---\r\n",
        b"---\rtitle: x\r---\r",
        b"---\ntitle: x\n---",
        b"---  \ntitle: x\n--- \n",
    ],
)
def test_marks_and_line_ends_of_other_systems_are_no_mistake(data):
    document = read(data)
    assert plain(document.root) == {"title": "x"}
    assert document.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: x\n summary: y\nkind: z", [(3, 2, "not-lined-up")]),
        ("title: x\n  goes on\nkind: z", [(3, 3, "not-lined-up")]),
        ("list:\n- a\n - b\nkind: z", [(4, 2, "not-lined-up")]),
        ("list:\n  - a\n - b\nkind: z", [(4, 2, "not-lined-up")]),
        ("list:\n  - a\n  b: c\nkind: z", [(4, 3, "not-lined-up")]),
        ("a: b\na: c", [(3, 1, "written-twice")]),
        ("a:\n  b: c\n  b: d", [(4, 3, "written-twice")]),
        ("a: {b: c, b: d}", [(2, 11, "written-twice")]),
        ('{"id": "x", "title": "y", "title": "z",}', [(2, 27, "written-twice")]),
        ("a: &x [lol]\nb: [*x, *x]\nc: d", [(2, 4, "shortcut"), (3, 5, "shortcut")]),
        ("<<: *x\nc: d", [(2, 5, "shortcut")]),
        ("a: [!!int x]\nb: {c: !foo d}", [(2, 5, "tag"), (3, 8, "tag")]),
        ("? a\n: b", []),
        ("[a]: b", [(2, 1, "odd-name")]),
        ("{{ title }}: x\nb: c", [(2, 1, "odd-name"), (2, 2, "odd-name")]),
        ("a: " + "[" * 1500 + "\nb: c: d", [(2, 9, "too-deep"), (3, 5, "needs-quotes")]),
        ("a: " + "{a: " * 300 + "\nb: c", [(2, 24, "too-deep")]),
        ('a: "\\qb"\nb: c', [(2, 5, "backslash-code")]),
        ('a: "\\ud800"\nb: c', [(2, 7, "backslash-code")]),
        ('a: "\\xZZ"\nb: c', [(2, 7, "backslash-code")]),
        ('a: "x\\u202ey"', [(2, 4, "text-direction")]),
        ('a: "x\\0y"', [(2, 4, "control-character")]),
        ('l: ["a]\nb: c', [(2, 5, "quote-left-open")]),
        ("a: x\n...\nb: c", [(3, 1, "two-entries")]),
        ("- a\n- b", [(2, 1, "no-names")]),
        ("a: Panel \x1b[2K x", [(2, 10, "control-character")]),
        ("a: one\u2028b: two\nc: d", [(2, 7, "control-character"), (2, 9, "needs-quotes")]),
        ("a: x\x85y", [(2, 5, "control-character")]),
        ("a: x\ufffey", [(2, 5, "control-character")]),
        ("a: x\ufeffy", [(2, 5, "invisible-character")]),
        (
            "a: b: c\nd: 'e'f'\n\tg: h\ni: @j",
            [
                (2, 5, "needs-quotes"),
                (3, 4, "needs-quotes"),
                (4, 1, "tab"),
                (5, 4, "needs-quotes"),
            ],
        ),
    ],
)
def test_what_yaml_stumbles_over(text, expected):
    _, problems = facts(text)
    assert sorted(problems) == expected


def test_one_line_that_cannot_be_read_hides_no_other_value():
    root, _ = facts("title: x\n summary: y\nkind: survey\nwho_for: [a, b")
    assert plain(root)["kind"] == "survey"


@pytest.mark.parametrize(
    ("data", "line", "column", "code"),
    [
        (b"", 1, 1, "empty-file"),
        (b" \n\n", 1, 1, "empty-file"),
        (ENTRY.encode("utf-16"), 1, 1, "not-utf-8"),
        (ENTRY.encode("utf-16-be"), 1, 1, "not-utf-8"),
        (ENTRY.replace("Help", "£25").encode("latin-1"), 6, 10, "not-utf-8"),
        (ENTRY.replace("Help", "d\u2019accord").encode("cp1252"), 6, 11, "not-utf-8"),
        (ENTRY.encode().replace(b"Help", b"\xed\xa0\x80"), 6, 10, "not-utf-8"),
        (ENTRY.encode().replace(b"Help", b"\xc0\xaf"), 6, 10, "not-utf-8"),
        (ENTRY.replace("\n", "\r\n").encode() + b"\xff", 20, 1, "not-utf-8"),
        (b"PK\x03\x04word", 1, 1, "not-text"),
        (b"%PDF-1.7", 1, 1, "not-text"),
        (b"{\\rtf1 Panel}", 1, 1, "not-text"),
        (b"\x89PNG\r\n", 1, 1, "not-text"),
        (b"<!doctype html>\n<p>Panel</p>", 1, 1, "web-page"),
        (b"---\n<html><title>Panel</title>\n---\n", 1, 1, "web-page"),
        (b"x" * 64_001, 1, 1, "file-too-large"),
        (b"---\na: b\nc: " + b"x" * 5_000 + b"\n---\n", 3, 5_001, "line-too-long"),
    ],
)
def test_a_file_that_is_no_entry(data, line, column, code):
    document = read(data)
    assert [(one.line, one.column, one.code) for one in document.problems] == [(line, column, code)]
    assert document.root.pairs == ()


def test_nul_bytes_are_control_characters():
    document = read(changed("Help", "He\0lp"))
    assert [(one.line, one.code) for one in document.problems] == [(6, "control-character")]


@pytest.mark.parametrize(
    ("text", "line", "read_all_the_same"),
    [
        ("title: x\nkind: y\n", 1, True),
        ("title: x\nkind: y\n---\nWords.", 1, True),
        ("\n---\ntitle: x\nkind: y\n---\n", 1, True),
        ("\u2014\ntitle: x\nkind: y\n---\n", 1, True),
        ("***\ntitle: x\nkind: y\n---\n", 1, True),
        ("---\ntitle: x\nkind: y\n\nWords.", 4, True),
        ("---\ntitle: x\nkind: y", 3, True),
        ("Just words.\n", 1, False),
        ("--", 1, False),
        ("\u00a0", 1, False),
    ],
)
def test_a_missing_fence_hides_nothing(text, line, read_all_the_same):
    document = read(text)
    assert [(one.line, one.code) for one in document.problems] == [(line, "no-front-matter")]
    assert (plain(document.root) == {"title": "x", "kind": "y"}) is read_all_the_same


def test_data_files_have_no_fences():
    assert plain(read("a: b\n", front_matter=False).root) == {"a": "b"}


@pytest.mark.parametrize(
    ("data", "message", "fix"),
    [
        ("", "this file is empty", "fill it in, or delete the whole file"),
        (
            b"\xff\xfea\0",
            "this file is not saved as UTF-8",
            "save it as UTF-8: in Notepad choose Save as, then Encoding, then UTF-8",
        ),
        (
            b"PK\x03\x04",
            "this is a Word file or a zip folder, not plain text",
            "copy its words into a plain text file, and save that",
        ),
        (
            "<!doctype html>",
            "this is a web page, not an entry",
            "copy the words you need into an entry, one fact a line",
        ),
        (
            "x" * 70_000,
            "this file is too large: an entry has at most 64 KB",
            "shorten it, or split it in two",
        ),
        (
            "x" * 6_000,
            "this line is too long: 6000 characters, at most 5000",
            "shorten it",
        ),
        (
            "words",
            "the first line is not three dashes",
            "write --- on the first line, then the facts, then --- on a line of its own",
        ),
        (
            "---\na: b\n",
            "nothing ends the facts: the second line of three dashes is missing",
            "write --- on a line of its own after the last fact",
        ),
        (
            "---\n- a\n---\n",
            "this file holds no lines of the form 'name: value'",
            "write one fact a line, for example: title: Patient panel",
        ),
        (
            "---\na: b\na: c\n---\n",
            "a appears twice (first on line 2)",
            "keep one of the two lines and delete the other",
        ),
        (
            "---\na: [&x b]\n---\n",
            "& and * shortcuts are not allowed here",
            "write the text out in full, or put it in double quotes",
        ),
        (
            "---\na: [!x b]\n---\n",
            "a value cannot start with !",
            "put the value in double quotes",
        ),
        (
            "---\na:\n- b\n  c\n---\n",
            "this line does not line up with the ones above",
            "line up the dashes and the names, and keep each text on one line",
        ),
        (
            "---\na: [[[[[[[[b]]]]]]]]\n---\n",
            "this is nested too deeply",
            "use fewer levels: a name, then its text or a list",
        ),
        (
            "---\n[a]: b\n---\n",
            "a name has to be a word",
            "write a word, a colon and a value, for example: title: Patient panel",
        ),
        (
            '---\na: "\\q"\n---\n',
            "a backslash in double quotes starts a code, and this is not a character we can show",
            "type the character itself; for a backslash write two: \\\\",
        ),
        (
            '---\na: ["b]\n---\n',
            "the quotes that start here do not end",
            "put the same mark at the end of the text",
        ),
        (
            "---\na: [b, {c]\n---\n",
            "the list in brackets that starts here does not end",
            "close it with the same kind of bracket, and put a comma between its words",
        ),
        (
            "---\nd: e\n(a\nb: c\n---\n",
            "there is no colon in this line",
            "write it as name: value, for example: title: Patient panel",
        ),
        (
            "---\n  a: - b\n---\n",
            "a list with a dash starts on a line of its own",
            "write: a: [b]",
        ),
        (
            "---\n  } a\n---\n",
            "this line cannot be read: '} a'",
            "write it as name: value, put the text in double quotes, and line up the dashes",
        ),
    ],
)
def test_the_messages(data, message, fix):
    (problem,) = read(data).problems
    assert (problem.message, problem.fix) == (message, fix)


def test_a_file_that_will_not_open():
    (problem,) = unopened_document("x").problems
    assert (problem.code, problem.message, problem.fix) == (
        "cannot-open",
        "this file cannot be opened",
        "save it again, and check that everybody may read it",
    )


@pytest.mark.parametrize("line", ["a:", "- ", "{a", "] ", "&b", ": ", '"', "|"])
@pytest.mark.parametrize("before", ["title: x", "title: [a,", "title:", "title:\n  a: b"])
def test_a_column_is_one_of_the_line_as_it_was_written(before, line):
    data = f"---\n{before}\n{line}\nkind: y\n---\nWords.\n"
    lines = data.split("\n")
    for problem in read(data).problems:
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
