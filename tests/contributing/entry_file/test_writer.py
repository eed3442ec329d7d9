"""Whatever is written reads back the same, and quotes stand only where they are needed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.model.opportunity import Opportunity
from catalogue.parsing.front_matter import read_document
from catalogue.schema.facts import Fact, facts_of
from catalogue.schema.field_types import Code, Group, Line, Several
from catalogue.schema.tables import ALLIANCE
from contributing.entry_file.writer import data_text, entry_text, scalar, value_of

OPPORTUNITY = facts_of(Opportunity)

# Words of people, with what YAML and shells trip over.
TRICKY = st.text(st.sampled_from("ab1é\u0127🙂 :#-?!&*%@`'\"[]{}|>,\\\t\n=~<.…“’\u200c\ufeff\x85"))
WORDS = st.one_of(TRICKY, st.text(max_size=60)).filter(lambda text: text == "" or text.strip())

TABLE = (
    Fact(name="line", type=Line(), help=""),
    Fact(name="codes", type=Several(of=Code(vocabulary="kinds")), help=""),
    Fact(name="lines", type=Several(of=Line()), help=""),
    Fact(
        name="group",
        type=Group(facts=(Fact(name="one", type=Line(), help=""),)),
        help="",
    ),
    Fact(
        name="groups",
        type=Several(
            of=Group(
                facts=(
                    Fact(name="one", type=Line(), help=""),
                    Fact(name="two", type=Several(of=Line()), help=""),
                )
            )
        ),
        help="",
    ),
)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "groups": st.lists(
            st.fixed_dictionaries({"one": WORDS}, optional={"two": st.lists(WORDS, min_size=1)}),
            min_size=1,
            max_size=3,
        ),
        "group": st.fixed_dictionaries({"one": WORDS}),
        "lines": st.lists(WORDS, min_size=1, max_size=4),
        "codes": st.lists(st.sampled_from(["survey", "patient_partner", "a b"]), min_size=1),
        "line": WORDS,
    },
).filter(bool)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_what_is_written_reads_back_the_same(values):
    written = data_text(values, TABLE)
    assert value_of(read_document(written.encode(), "", front_matter=False).root) == values


@settings(max_examples=20, deadline=None)
@given(VALUES)
def test_names_stand_in_the_order_of_the_table(values):
    written = data_text(values, TABLE)
    names = [line.split(":")[0] for line in written.splitlines() if not line.startswith(" ")]
    assert names == [field.name for field in TABLE if field.name in values]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Patient panel", "Patient panel"),
        ("No. 10 says it's 12:30", "No. 10 says it's 12:30"),
        ("We pay £25 an hour", "We pay £25 an hour"),
        ("cyngor Nghŵyn", "cyngor Nghŵyn"),
        ("Panel: the second", '"Panel: the second"'),
        ("Panel #2 meeting", '"Panel #2 meeting"'),
        ("@home", '"@home"'),
        ("- dash", '"- dash"'),
        ('"Voices"', r'"\"Voices\""'),
        ("  two spaces", '"  two spaces"'),
        ("two\nlines", r'"two\nlines"'),
        ("", '""'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(words, written):
    assert scalar(words) == written


def test_half_a_character_is_written_by_its_number():
    assert scalar("half \ud83d") == r'"half \ud83d"'


def test_a_list_of_codes_stands_on_one_line_while_it_is_short():
    few = data_text({"codes": ["survey", "network"]}, TABLE)
    assert few == "codes: [survey, network]\n"
    many = data_text({"codes": [f"a-long-code-{number}" for number in range(9)]}, TABLE)
    assert many.startswith("codes:\n  - a-long-code-0\n  - a-long-code-1\n")


def test_words_below_the_facts_stand_after_an_empty_line():
    text = entry_text({"line": "x"}, TABLE, "\n## More\n\nWords.\n\n")
    assert text == "---\nline: x\n---\n\n## More\n\nWords.\n"


def test_a_name_that_is_not_in_the_table_is_an_error():
    with pytest.raises(KeyError):
        data_text({"unheard_of": "x"}, TABLE)


def test_every_entry_is_written_as_it_reads(sample):
    for folder, ending, front, fields in (
        ("content/opportunities", "md", True, OPPORTUNITY),
        ("data/alliances", "yaml", False, ALLIANCE),
    ):
        paths = sorted((sample / folder).glob(f"*.{ending}"))
        assert paths
        for path in paths[::7]:
            root = read_document(path.read_bytes(), "", front_matter=front).root
            written = data_text(value_of(root), fields)
            assert value_of(
                read_document(written.encode(), "", front_matter=False).root
            ) == value_of(root)
