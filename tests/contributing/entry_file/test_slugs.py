"""A file name is always free, well formed and short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.schema.field_types.entry_names import is_slug
from contributing.entry_file.slugs import LONGEST, is_free, slug_for


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Patient panel", "patient-panel"),
        ("The people’s panel: “Voices” & more!", "the-peoples-panel-voices-more"),
        ("Grŵp cleifion Nghymru", "grwp-cleifion-nghymru"),
        ("مریضوں کا پینل", "entry"),
        ("../../etc/passwd", "etc-passwd"),
        ("Closed", "closed-2"),
        ("con", "con-2"),
        ("Taken", "taken-3"),
        ("word " * 40, "-".join(["word"] * 12)),
    ],
)
def test_a_title_becomes_a_name(title, slug):
    assert slug_for(title, {"taken", "taken-2"}) == slug


@given(st.text(max_size=200), st.sets(st.sampled_from(["entry", "a", "b", "entry-2"])))
def test_a_name_is_always_free_and_well_formed(title, taken):
    slug = slug_for(title, taken)
    assert is_slug(slug)
    assert is_free(slug, taken)
    assert len(slug) <= LONGEST + 3
