"""Compiled templates are kept from one build to the next."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from website.assets.compiled_templates import compiled_templates


def test_compiled_templates_are_kept_and_follow_their_source(tmp_path):
    (tmp_path / "templates").mkdir()
    for source in ("one", "two"):
        environment = Environment(
            loader=DictLoader({"page.html": source}), bytecode_cache=compiled_templates(tmp_path)
        )
        assert environment.get_template("page.html").render() == source
    assert len(list((tmp_path / "templates/__pycache__").iterdir())) == 1


def test_a_theme_in_which_nothing_can_be_kept_is_no_problem(tmp_path):
    assert compiled_templates(tmp_path / "missing") is None
