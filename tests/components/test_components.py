"""An example of each component with the HTML it gives: the example is the test and the manual."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.exceptions import UndefinedError

COMPONENTS = Path(__file__).parents[2] / "theme" / "templates" / "components"
ICON = re.compile(r'<svg class="app-icon"[^>]*><path d="([^"]*)"/></svg>|<path d="([^"]*)"/>')

# (component, call, expected HTML); an icon is its name in braces, and line ends are left out.
EXAMPLES = [
    (
        "something_wrong",
        '{{ something_wrong("/corrections/", "E-mail") }}',
        '<a class="app-wrong" href="/corrections/">Something wrong?'
        '<span class="app-hidden"> E-mail</span></a>',
    ),
    (
        "form_field",
        '{{ form_field({"name": "apply.url", "label": "Page", "words": "Which page?", "hint": "", '
        '"control": "text", "keyboard": "url", "choices": [], "is_needed": false}) }}',
        '<div class="app-field" data-name="apply.url" data-label="Page">'
        '<label class="app-field__words" for="apply.url">Which page?</label>'
        '<span class="app-form__hint" id="hint-apply.url"></span>'
        '<span class="app-form__error" id="error-apply.url"></span>'
        '<input class="app-input" id="apply.url" name="apply.url" type="text" inputmode="url" '
        'autocomplete="off" aria-describedby="hint-apply.url error-apply.url"></div>',
    ),
    (
        "form_field",
        '{{ form_field({"name": "who_for", "label": "Who", "words": "Who?", "hint": "Tick.", '
        '"control": "ticks", "keyboard": "", "is_needed": true, '
        '"choices": [{"code": "carers", "label": "Carers"}]}) }}',
        '<fieldset class="app-field" data-name="who_for" data-label="Who" '
        'aria-describedby="hint-who_for error-who_for"><legend class="app-field__words">Who? '
        '<span class="app-unknown">(needed)</span></legend>'
        '<span class="app-form__hint" id="hint-who_for">Tick.</span>'
        '<span class="app-form__error" id="error-who_for"></span>'
        '<div class="app-field__ticks"><label class="app-tick"><input class="app-tick__box" '
        'type="checkbox" name="who_for" value="carers" id="who_for">'
        '<span class="app-tick__label">Carers</span></label></div></fieldset>',
    ),
    (
        "form_field",
        '{{ form_field({"name": "kind", "label": "Kind", "words": "What?", "hint": "", '
        '"control": "select", "keyboard": "", "is_needed": true, '
        '"choices": [{"code": "survey", "label": "Survey"}]}) }}',
        '<div class="app-field" data-name="kind" data-label="Kind">'
        '<label class="app-field__words" for="kind">What? '
        '<span class="app-unknown">(needed)</span></label>'
        '<span class="app-form__hint" id="hint-kind"></span>'
        '<span class="app-form__error" id="error-kind"></span>'
        '<select class="app-input" id="kind" name="kind" '
        'aria-describedby="hint-kind error-kind" aria-required="true">'
        '<option value="">Please choose</option><option value="survey">Survey</option></select>'
        "</div>",
    ),
    (
        "button",
        '{{ button("Find my alliance", "/find/") }}',
        '<a class="app-button" href="/find/">Find my alliance</a>',
    ),
    (
        "button",
        '{{ button("See all", "/opportunities/", plain=true) }}',
        '<a class="app-button app-button--plain" href="/opportunities/">See all</a>',
    ),
    (
        "icon",
        '{{ icon("tick") }}',
        "{tick}",
    ),
    (
        "way_card",
        (
            '{{ way_card("Write to your MP", "/write/", "In your own words.", "<svg></svg>'
            '", tint="amber") }}'
        ),
        (
            '<div class="app-card app-way app-way--amber"><svg></svg>'
            '<h3 class="app-way__title"><a class="app-card__link" href="/write/">'
            "Write to your MP</a></h3><p>In your own words.</p></div>"
        ),
    ),
    (
        "alliance_card",
        '{{ alliance_card("North", "/a/", "<svg></svg>", "Leeds and York", "4 to join now") }}',
        (
            '<div class="app-card app-alliance"><svg></svg><h3>'
            '<a class="app-card__link" href="/a/">North</a></h3><p class="app-alliance__area">'
            'Leeds and York</p><p class="app-alliance__count">4 to join now</p></div>'
        ),
    ),
    (
        "alliance_card",
        (
            '{{ alliance_card("North", "/a/", "<svg></svg>'
            '", "Leeds", "Nothing listed yet", empty=true) }}'
        ),
        (
            '<div class="app-card app-alliance"><svg></svg><h3>'
            '<a class="app-card__link" href="/a/">North</a></h3><p class="app-alliance__area">'
            'Leeds</p><p class="app-alliance__count app-alliance__count--none">'
            "Nothing listed yet</p></div>"
        ),
    ),
    (
        "callout",
        '{% call callout("Check first", kind="check") %}<p>It may have closed.</p>{% endcall %}',
        (
            '<div class="app-callout app-callout--check app-flow">'
            '<h2 class="app-callout__title">Check first</h2><p>It may have closed.</p></div>'
        ),
    ),
    (
        "callout",
        '{% call callout("You are in control", level=3) %}<p>Stop at any time.</p>{% endcall %}',
        (
            '<div class="app-callout app-flow"><h3 class="app-callout__title">'
            "You are in control</h3><p>Stop at any time.</p></div>"
        ),
    ),
    (
        "care_notice",
        '{{ care_notice("/support/") }}',
        (
            '<div class="app-callout app-callout--care app-flow">'
            '<h2 class="app-callout__title">Worried about your health?</h2><p>'
            "This site cannot give medical advice. These people can help.</p>"
            '<ul class="app-care__list"><li><strong class="app-care__who">Your GP</strong>'
            ' for a symptom that worries you</li><li><strong class="app-care__who">'
            '<a href="tel:111">111</a></strong> for urgent help</li><li>'
            '<strong class="app-care__who"><a href="tel:999">999</a></strong>'
            ' in an emergency</li></ul><p><a href="/support/">'
            "Find someone to talk to about cancer</a></p></div>"
        ),
    ),
    (
        "steps",
        '{{ steps([("Find it", "Type your postcode."), ("Ask", "Send an email.")]) }}',
        (
            '<ol class="app-steps"><li class="app-steps__item"><h3 class="app-steps__title">'
            'Find it</h3><p>Type your postcode.</p></li><li class="app-steps__item">'
            '<h3 class="app-steps__title">Ask</h3><p>Send an email.</p></li></ol>'
        ),
    ),
    (
        "ticks",
        '{{ ticks(["You choose."]) }}',
        (
            '<ul class="app-ticks"><li class="app-ticks__item">{tick}<span>You choose.</span>'
            "</li></ul>"
        ),
    ),
    (
        "breadcrumbs",
        '{{ breadcrumbs([("Home", "/"), ("Opportunities", "/opportunities/")]) }}',
        (
            '<nav class="app-crumbs" aria-label="Breadcrumb">'
            '<ol class="app-crumbs__list app-wrap"><li class="app-crumbs__item">'
            '<a class="app-crumbs__link" href="/">Home</a></li><li class="app-crumbs__item">'
            '<a class="app-crumbs__link" href="/opportunities/">Opportunities</a></li></ol>'
            "</nav>"
        ),
    ),
    (
        "page_head",
        '{{ page_head("Join a <panel>", "Meet once.", "<svg></svg>") }}',
        (
            '<div class="app-pagehead"><div class="app-wrap"><svg></svg><div class="app-flow">'
            '<h1>Join a &lt;panel&gt;</h1><p class="app-lead">Meet once.</p></div></div></div>'
        ),
    ),
    (
        "page_head",
        '{{ page_head("About us") }}',
        (
            '<div class="app-pagehead"><div class="app-wrap"><div class="app-flow"><h1>'
            "About us</h1></div></div></div>"
        ),
    ),
    (
        "postcode_form",
        '{{ postcode_form("/find/places/", "/api/v1/postcodes.json") }}',
        (
            '<form class="app-form" id="postcode-form" action="/find/places/" '
            'method="get" data-table="/api/v1/postcodes.json"><div class="app-js">'
            '<label class="app-form__label" for="postcode">What is your postcode?</label>'
            '<span class="app-form__hint" id="postcode-hint">'
            "For example, LS1 4AP. It stays on your device.</span>"
            '<p class="app-form__error" id="postcode-error" hidden></p>'
            '<div class="app-form__row">'
            '<input class="app-input app-input--postcode" id="postcode" type="text" '
            'aria-describedby="postcode-hint" autocomplete="postal-code" '
            'autocapitalize="characters" spellcheck="false" maxlength="12">'
            '<button class="app-button" type="submit">Find my alliance</button></div></div>'
            '<p class="app-form__other"><a href="/find/places/">'
            "Choose your area from a list</a></p>"
            '<div class="app-form__result" id="postcode-result" role="status"></div></form>'
        ),
    ),
    (
        "postcode_form",
        (
            '{{ postcode_form("/find/places/", "/t.json", label="Where?", hint="A town.", '
            'search_href="/p.json") }}'
        ),
        (
            '<form class="app-form" id="postcode-form" action="/find/places/" '
            'method="get" data-table="/t.json" data-places="/p.json"><div class="app-js">'
            '<label class="app-form__label" for="postcode">Where?</label>'
            '<span class="app-form__hint" id="postcode-hint">A town.</span>'
            '<p class="app-form__error" id="postcode-error" hidden></p>'
            '<div class="app-form__row">'
            '<input class="app-input" id="postcode" type="text" '
            'aria-describedby="postcode-hint" autocomplete="postal-code" '
            'spellcheck="false" maxlength="60">'
            '<button class="app-button" type="submit">Find my alliance</button></div></div>'
            '<p class="app-form__other"><a href="/find/places/">'
            "Choose your area from a list</a></p>"
            '<div class="app-form__result" id="postcode-result" role="status"></div></form>'
        ),
    ),
    (
        "alliance_map",
        '{{ alliance_map("<svg></svg>", "Areas as of April 2024.") }}',
        (
            '<figure class="app-mapframe"><svg></svg><figcaption class="app-mapframe__caption">'
            "Areas as of April 2024.</figcaption></figure>"
        ),
    ),
    (
        "place_lines",
        (
            '{{ place_lines([("Acton", "Ealing", [("North", "/n/"), ("South", "/s/")], '
            '"old list")]) }}'
        ),
        (
            '<ul class="app-az"><li>Acton (Ealing): <a href="/n/">North</a> or '
            '<a href="/s/">South</a> (old list)</ul>'
        ),
    ),
    (
        "a_to_z",
        (
            '{{ a_to_z("Letters", [{"letter": "A", "anchor": "a", "lines": '
            '[("Ash", "", [], "")]}]) }}'
        ),
        (
            '<nav aria-label="Letters"><ul class="app-chips"><li><a class="app-chip" href="#a">A'
            '</a></li></ul></nav><h2 id="a">A</h2><ul class="app-az"><li>Ash: </ul>'
        ),
    ),
    (
        "empty_state",
        (
            '{{ empty_state("Nothing here", "Look at the whole list.", [("See all", '
            '"/o/"), ("Find", "/f/")]) }}'
        ),
        (
            '<div class="app-empty app-flow"><h2>Nothing here</h2><p>'
            'Look at the whole list.</p><p class="app-row"><a class="app-button" href="/o/">'
            'See all</a><a class="app-button app-button--plain" href="/f/">Find</a></p></div>'
        ),
    ),
    (
        "notice",
        '{{ notice("About this copy", ["The mailbox is not set."]) }}',
        (
            '<aside class="app-banner" aria-label="About this copy"><div class="app-wrap"><p>'
            "The mailbox is not set.</p></div></aside>"
        ),
    ),
    (
        "drawings",
        '{{ drawings(["<symbol/>"]) }}',
        (
            "<div hidden><svg>"
            '<symbol id="icon-people" viewBox="0 0 24 24">{people}</symbol>'
            '<symbol id="icon-screen" viewBox="0 0 24 24">{screen}</symbol>'
            '<symbol id="icon-clock" viewBox="0 0 24 24">{clock}</symbol>'
            '<symbol id="icon-pound" viewBox="0 0 24 24">{pound}</symbol>'
            "<symbol/></svg></div>"
        ),
    ),
    (
        "opportunity_card",
        (
            '{{ opportunity_card("Join a panel", "/o/a/", "<svg></svg>'
            '", "North", [("screen", "By post & phone")], summary="Meet once.", tag_text="Closing '
            'soon", tag_kind="soon", closes="Closes 30 November 2026", date="2026-11-30", '
            'missing="Not stated: money") }}'
        ),
        (
            '<article class="app-card app-opp"><div class="app-opp__top">'
            '<svg></svg><h3><a class="app-card__link" href="/o/a/">Join a panel</a></h3>'
            '<p class="app-opp__meta"><strong class="app-tag app-tag--soon">Closing soon</strong> '
            '<span>North</span> <time class="app-opp__closes" datetime="2026-11-30">'
            'Closes 30 November 2026</time></p></div><p class="app-opp__summary">Meet once.</p>'
            '<ul class="app-facts"><li class="app-facts__item"><svg class="app-icon" '
            'aria-hidden="true"><use href="#icon-screen"/></svg>By post &amp; phone</li>'
            '<li class="app-facts__item app-unknown">Not stated: money</li></ul></article>'
        ),
    ),
    (
        "opportunity_card",
        (
            '{{ opportunity_card("Join <b>", "/o/b/", "<svg></svg>'
            '", "North", closes="Open all the time", level=2, slim=true) }}'
        ),
        (
            '<article class="app-card app-opp app-opp--slim"><div class="app-opp__top">'
            '<svg></svg><h2><a class="app-card__link" href="/o/b/">Join &lt;b&gt;</a></h2>'
            '<p class="app-opp__meta"><span>North</span> <span class="app-opp__closes">'
            "Open all the time</span></p></div></article>"
        ),
    ),
    (
        "contact_block",
        (
            '{{ contact_block("How to reach it", [{"label": "E-mail", "value": "a@example.org", '
            '"href": "mailto:a@example.org", "known": true, "icon": "letter"}, {"label": "Post", '
            '"value": "1 Road", "href": "", "known": true, "icon": "home"}, {"label": "Phone", '
            '"value": "Not found yet", "href": "", "known": false, "icon": "phone"}], '
            'checked="Checked today") }}'
        ),
        (
            '<div class="app-contact"><h2>How to reach it</h2>'
            '<dl class="app-contact__list"><div class="app-contact__item">'
            '<dt class="app-contact__term">{letter}E-mail</dt><dd class="app-contact__value">'
            '<a href="mailto:a@example.org">a@<wbr>example.org</a></dd></div>'
            '<div class="app-contact__item"><dt class="app-contact__term">{home}Post</dt>'
            '<dd class="app-contact__value">1 Road</dd></div><div class="app-contact__item">'
            '<dt class="app-contact__term">{phone}Phone</dt>'
            '<dd class="app-contact__value app-contact__value--unknown">Not found yet</dd></div>'
            '</dl><p class="app-unknown">Checked today</p></div>'
        ),
    ),
    (
        "contact_block",
        (
            '{% call contact_block("Contact", [{"label": "Website", "value": "a&b.nhs.uk", '
            '"href": "https://a.nhs.uk/", "known": true, "icon": "world"}], level=3) %}'
            "<p>More</p>{% endcall %}"
        ),
        (
            '<div class="app-contact"><h3>Contact</h3><dl class="app-contact__list">'
            '<div class="app-contact__item"><dt class="app-contact__term">{world}Website</dt>'
            '<dd class="app-contact__value"><a href="https://a.nhs.uk/">a&amp;b<wbr>.nhs.uk'
            "</a></dd></div></dl><p>More</p></div>"
        ),
    ),
    (
        "freshness",
        (
            '{{ freshness([{"label": "We last looked", "value": "22 November 2026", '
            '"known": true}, {"label": "How old the page is", "value": "Not stated", '
            '"known": false}]) }}'
        ),
        (
            '<dl class="app-fresh"><div><dt class="app-fresh__term">We last looked</dt>'
            '<dd class="app-fresh__value">22 November 2026</dd></div><div>'
            '<dt class="app-fresh__term">How old the page is</dt>'
            '<dd class="app-fresh__value app-unknown">Not stated</dd></div></dl>'
        ),
    ),
    (
        "sources",
        '{{ sources([("https://www.example.org/", "example.org: the page")]) }}',
        (
            '<ul class="app-sources"><li><a href="https://www.example.org/" '
            'rel="nofollow noopener">example.org: the page</a></li></ul>'
        ),
    ),
    (
        "pagination",
        '{{ pagination(["/1/", "/2/", "/3/"], 2, root="/repo") }}',
        (
            '<nav aria-label="Pages of this list"><ul class="app-pages"><li>'
            '<a class="app-chip" href="/repo/1/" rel="prev">Previous page</a></li><li>'
            '<a class="app-chip" href="/repo/1/"><span class="app-hidden">Page </span>1</a></li>'
            '<li><a class="app-chip" href="/repo/2/" aria-current="page">'
            '<span class="app-hidden">Page </span>2</a></li><li>'
            '<a class="app-chip" href="/repo/3/"><span class="app-hidden">Page </span>3</a></li>'
            '<li><a class="app-chip" href="/repo/3/" rel="next">Next page</a></li></ul></nav>'
        ),
    ),
    (
        "pagination",
        '{{ pagination(["/1/", "/2/"], 1) }}',
        (
            '<nav aria-label="Pages of this list"><ul class="app-pages"><li>'
            '<a class="app-chip" href="/1/" aria-current="page"><span class="app-hidden">'
            'Page </span>1</a></li><li><a class="app-chip" href="/2/"><span class="app-hidden">'
            'Page </span>2</a></li><li><a class="app-chip" href="/2/" rel="next">Next page</a>'
            "</li></ul></nav>"
        ),
    ),
    (
        "quick_links",
        (
            '{{ quick_links("Popular lists", [("All", "/a/"), ("From home", "/b/", 12)], '
            'here="/a/", root="/repo") }}'
        ),
        (
            '<nav aria-label="Popular lists"><ul class="app-chips"><li>'
            '<a class="app-chip" href="/repo/a/" aria-current="page">All</a></li><li>'
            '<a class="app-chip" href="/repo/b/">From home '
            '<span class="app-chip__count">12</span></a></li></ul></nav>'
        ),
    ),
    (
        "summary_list",
        '{{ summary_list([("Run by", "A trust"), ("Cancers", ["Lung", "Any"])]) }}',
        (
            '<dl class="app-summary"><div class="app-summary__row">'
            '<dt class="app-summary__term">Run by</dt><dd class="app-summary__value">'
            'A trust</dd></div><div class="app-summary__row"><dt class="app-summary__term">'
            'Cancers</dt><dd class="app-summary__value">Lung</dd>'
            '<dd class="app-summary__value">Any</dd></div></dl>'
        ),
    ),
    (
        "on_this_page",
        '{{ on_this_page([("Why write", "why"), ("Sources", "sources")]) }}',
        (
            '<nav class="app-toc" aria-labelledby="toc"><p class="app-toc__title" id="toc">'
            'On this page</p><ul class="app-toc__list"><li><a class="app-toc__link" href="#why">'
            'Why write</a></li><li><a class="app-toc__link" href="#sources">Sources</a></li>'
            "</ul></nav>"
        ),
    ),
]


@pytest.fixture(scope="session")
def icon_names(environment: Environment) -> dict[str, str]:
    """Names of the icons by their drawing."""
    drawings: dict[str, str] = vars(environment.get_template("components/icon.html").module)[
        "DRAWINGS"
    ]
    return {drawing: name for name, drawing in drawings.items()}


@pytest.mark.parametrize(("component", "call", "expected"), EXAMPLES)
def test_a_component_gives_its_html(
    render: Callable[[str, str], str],
    icon_names: dict[str, str],
    component: str,
    call: str,
    expected: str,
) -> None:
    html = ICON.sub(
        lambda match: f"{{{icon_names[match[1] or match[2]]}}}", render(component, call)
    )
    assert "".join(html.splitlines()) == expected


def test_every_component_has_an_example() -> None:
    assert {path.stem for path in COMPONENTS.glob("*.html")} == {name for name, _, _ in EXAMPLES}


def test_an_icon_is_hidden_from_screen_readers(render: Callable[[str, str], str]) -> None:
    assert render("icon", '{{ icon("tick") }}') == (
        '<svg class="app-icon" viewBox="0 0 24 24" aria-hidden="true">'
        '<path d="M4.5 12.8 9.5 18 19.5 6.5"/></svg>'
    )


def test_an_icon_that_does_not_exist_stops_the_build(render: Callable[[str, str], str]) -> None:
    with pytest.raises(UndefinedError, match="has no attribute 'unicorn'"):
        render("icon", '{{ icon("unicorn") }}')
