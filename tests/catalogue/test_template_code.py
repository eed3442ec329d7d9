"""Template code: what templates write with it is what they write without it, whatever they get."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from jinja2 import (
    DictLoader,
    Environment,
    FileSystemBytecodeCache,
    StrictUndefined,
    Undefined,
    UndefinedError,
)
from markupsafe import Markup, escape

from catalogue.rendering import compiled_templates
from catalogue.template_code import QuickCode, escaped

TEMPLATES = {
    "frame": "{{ value }}[{% block one %}{{ value }}{% endblock %}]{% block three %}{% endblock %}",
    "part": "({{ value }}{% block two %}&{% endblock %})",
    "macros": "{% macro twice(one) %}{{ one }}{{ one }}{% endmacro %}",
}
SIGNS = "&<>'\"a é\u2028\U0001f600;#\0"


class Text(str):
    """Text that claims to be harmless in every way but the one that counts."""

    __slots__ = ()

    def __str__(self):
        return "<str of it>"


class Html:
    """An object that brings its own HTML."""

    def __html__(self):
        return "<b>its own</b>"


class HtmlText(str):
    """Text that brings its own HTML."""

    __slots__ = ()

    def __html__(self):
        return "<i>its own</i>"


class SubMarkup(Markup):
    """Markup with HTML of its own."""

    __slots__ = ()

    def __html__(self):
        return "<u>its own</u>"


class Posing:
    """An object that says it is Markup."""

    __class__ = Markup

    def __str__(self):
        return "<script>"


VALUES = (
    "",
    "plain",
    "<script>&\"'",
    Text("<x>"),
    Html(),
    HtmlText("<x>"),
    Markup("<b>safe</b>"),
    Markup("<b>%s</b>") % "<",
    SubMarkup("<x>"),
    b"<bytes>",
    None,
    True,
    7,
    -1.5,
    ("<", Markup("<")),
    ["<"],
    {"<": ">"},
    Undefined(name="<gone>"),
)


def environments(source, **settings):
    """Jinja's own way with a template, and ours."""
    for generator in (None, QuickCode):
        environment = Environment(
            loader=DictLoader(TEMPLATES | {"page": source}),
            undefined=StrictUndefined,
            **{"autoescape": True, **settings},
        )
        if generator:
            environment.code_generator_class = generator
        yield environment.get_template("page")


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_every_value_is_escaped_as_markupsafe_does(value):
    assert str(escaped(value)) == str(escape(value))


def test_random_texts_are_escaped_as_markupsafe_does():
    chance = random.Random(1)
    for _ in range(2_000):
        text = "".join(chance.choices(SIGNS, k=chance.randrange(12)))
        assert escaped(text) == str(escape(text))
        assert escaped(Markup(text)) == text


@pytest.mark.parametrize(
    "source",
    [
        "{{ value }}",
        "{{ value|safe }}{{ value|e }}{{ value ~ value }}{{ value|string|upper }}",
        "{% set kept %}{{ value }}<br>{% endset %}{{ kept }}{{ kept|replace('<', '>') }}",
        "{% macro one(given) %}<p>{{ given }}{{ caller() }}</p>{% endmacro %}"
        "{% call one(value) %}{{ value }}{% endcall %}",
        "{% extends 'frame' %}{% block one %}{{ value }}{{ super() }}{% endblock %}",
        "{% block one %}{{ value }}{% endblock %}{{ self.one() }}",
        "{% for one in [value, '<'] %}{{ one }}{{ loop.index }}{% endfor %}",
        "{% autoescape false %}{{ value }}{% endautoescape %}{{ value }}",
        "{% filter upper %}{{ value }}&{% endfilter %}",
        "{{ '<' }}{{ [value, value]|join('<') }}",
        "a{% include 'part' %}b{% if value %}{{ value }}{% include 'part' %}{% else %}-{% endif %}",
        "{% extends 'frame' %}{% set kept = value %}{% block one %}<{% include 'part' %}>"
        "{% for one in (kept, value) %}{% block two scoped %}{{ one }}{% endblock %}{% endfor %}"
        "{% endblock %}",
        "{% from 'macros' import twice %}{{ twice(value) }}{% block one %}{{ twice('<') }}"
        "{% import 'macros' as all %}{{ all.twice(value) }}{% endblock %}{{ value }}",
        "{% set kept %}{% block one %}{{ value }}{% endblock %}{% endset %}{{ kept }}{{ kept }}",
        "{% with value = '<' %}{{ value }}{% block one %}{{ value }}{% endblock %}{% endwith %}",
    ],
)
@pytest.mark.parametrize("autoescape", [True, False])
def test_templates_write_what_they_would_without_it(source, autoescape):
    plain, quick = environments(source, autoescape=autoescape)
    for value in VALUES:
        if not isinstance(value, Undefined):
            assert quick.render(value=value) == plain.render(value=value)


@pytest.mark.parametrize("source", ["{{ gone }}", "{{ value.gone }}", "{{ value['gone'] }}"])
def test_a_name_that_is_not_there_is_an_error(source):
    for template in environments(source):
        with pytest.raises(UndefinedError):
            template.render(value=Html())


def test_what_only_poses_as_markup_is_escaped():
    assert escaped(Posing()) == escape(Posing()) == "&lt;script&gt;"


def test_kept_templates_are_not_mixed_up_with_those_of_jinja(tmp_path):
    (tmp_path / "templates").mkdir()
    ours = compiled_templates(tmp_path)
    plain, quick = environments("{{ value }}")
    kept = [FileSystemBytecodeCache(ours.directory), ours]
    for template, cache in zip((plain, quick), kept, strict=True):
        template.environment.bytecode_cache = cache
        template.environment.cache.clear()
        assert template.environment.get_template("page").render(value="<") == "&lt;"
    assert len(list((tmp_path / "templates/__pycache__").iterdir())) == 2


def test_no_template_includes_another_without_context():
    """It would stand before what its block has gathered."""
    theme = Path(__file__).parents[2] / "theme" / "templates"
    texts = [path.read_text(encoding="utf-8") for path in theme.rglob("*.html")]
    assert not [text for text in texts if "without context" in text]
