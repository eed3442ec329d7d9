"""A file is cut into lines of facts, paragraphs, and values written with codes."""

import pytest

from catalogue.parsing.front_matter import read_document
from catalogue.rules.passages import stretches_of
from catalogue.text.word_rules import Stretch


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        (
            "---\na: b\n# c\n---\n\nWe meet.\n\nThen tea.\n",
            [
                Stretch(text="---\na: b\n# c\n---\n", by_line=True),
                Stretch(text="We meet.\n\nThen tea.\n", line=6),
            ],
        ),
        (
            '---\na: "\\x62"\n---\n',
            [
                Stretch(text='---\na: "\\x62"\n---\n', by_line=True),
                Stretch(text="", line=5),
                Stretch(text="b", line=2, column=4, as_written=False),
            ],
        ),
    ],
)
def test_a_file_is_cut_into_stretches(text, stretches):
    assert stretches_of(read_document(text.encode(), "x", front_matter=True)) == stretches
