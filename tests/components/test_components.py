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
        (
            '{% from "components/something_wrong.html" import something_wrong_here %}'
            '{{ something_wrong_here("/add/?entry=panel") }}'
        ),
        (
            '<p class="app-wrong app-wrong--page app-screen"><a class="app-wrong__link" '
            'href="/add/?entry=panel">Is something wrong on this page? Tell us</a></p>'
        ),
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
        '"control": "ticks", "keyboard": "", "is_needed": true, "missing": "Choose who", '
        '"choices": [{"code": "carers", "label": "Carers"}]}) }}',
        '<fieldset class="app-field" data-name="who_for" data-label="Who" '
        'data-missing="Choose who" '
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
        '"control": "select", "keyboard": "", "is_needed": true, "missing": "Choose", '
        '"choices": [{"code": "survey", "label": "Survey"}]}) }}',
        '<div class="app-field" data-name="kind" data-label="Kind" data-missing="Choose">'
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
            "This site cannot give medical advice. Contact your GP. For urgent help call "
            '<a href="tel:111">111</a>. In an emergency call <a href="tel:999">999</a>.'
            '</p><p><a href="/support/">'
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
        '{{ postcode_form("/find/places/", "/t.json", "/p.json") }}',
        (
            '<form class="app-form" id="postcode-form" action="/find/places/" '
            'method="get" data-table="/t.json" data-places="/p.json"><div class="app-js">'
            '<label class="app-form__label" for="postcode">Postcode, town or hospital</label>'
            '<span class="app-form__hint" id="postcode-hint">'
            "For example, LS1 4AP. It stays on your device.</span>"
            '<p class="app-form__error" id="postcode-error" hidden></p>'
            '<div class="app-form__row">'
            '<input class="app-input app-input--place" id="postcode" type="text" '
            'aria-describedby="postcode-hint" autocomplete="postal-code" spellcheck="false">'
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
            '{{ place_lines([{"name": "Acton", "note": "Ealing", "links": '
            '[{"name": "North", "href": "/n/"}, {"name": "South", "href": "/s/"}], '
            '"remark": "old list"}]) }}'
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
            '[{"name": "Ash", "note": "", "links": [], "remark": ""}]}]) }}'
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
        "<div hidden><svg><symbol/></svg></div>",
    ),
    (
        "opportunity_row",
        (
            '{{ opportunity_row("Join a panel", "/o/a/", "<svg></svg>", "North", '
            '["By post & phone", "Panel"], age="Page from 2026", tag_text="Closing soon", '
            'tag_kind="soon", closes="Closes 30 November 2026", date="2026-11-30") }}'
        ),
        (
            '<article class="app-entry"><svg></svg><h3 class="app-entry__title">'
            '<a class="app-entry__link" href="/o/a/">Join a panel</a></h3>'
            '<p class="app-entry__facts"><time class="app-entry__closes" datetime="2026-11-30">'
            "Closes 30 November 2026</time> · By post &amp; phone · Panel</p>"
            '<p class="app-entry__meta"><strong class="app-tag app-tag--soon">Closing soon</strong>'
            ' <span class="app-entry__area">North</span><span class="app-hidden">,</span> '
            '<span class="app-entry__age">Page from 2026</span></p></article>'
        ),
    ),
    (
        "opportunity_row",
        '{{ opportunity_row("Join <b>", "/o/b/", "<svg></svg>", "North", level=2) }}',
        (
            '<article class="app-entry"><svg></svg><h2 class="app-entry__title">'
            '<a class="app-entry__link" href="/o/b/">Join &lt;b&gt;</a></h2>'
            '<p class="app-entry__meta"><span class="app-entry__area">North</span></p></article>'
        ),
    ),
    (
        "skip_link",
        '{{ skip_link("Skip to main content", "#main") }}',
        '<a class="app-skip" href="#main">Skip to main content</a>',
    ),
    (
        "contact_block",
        (
            '{{ contact_block("How to reach it", [{"label": "E-mail", "value": "a@example.org", '
            '"href": "mailto:a@example.org", "icon": "letter"}, {"label": "Post", '
            '"value": "1 Road", "href": "", "icon": "home"}], checked="Checked today") }}'
        ),
        (
            '<div class="app-contact"><h2>How to reach it</h2>'
            '<dl class="app-contact__list"><div class="app-contact__item">'
            '<dt class="app-contact__term">{letter}E-mail</dt><dd class="app-contact__value">'
            '<a href="mailto:a@example.org">a@<wbr>example.org</a></dd></div>'
            '<div class="app-contact__item"><dt class="app-contact__term">{home}Post</dt>'
            '<dd class="app-contact__value">1 Road</dd></div>'
            '</dl><p class="app-unknown">Checked today</p></div>'
        ),
    ),
    (
        "contact_block",
        (
            '{% call contact_block("Contact", [{"label": "Website", "value": "a&b.nhs.uk", '
            '"href": "https://a.nhs.uk/", "icon": "world"}], level=3) %}'
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
        '{{ sources([{"href": "https://www.example.org/", "words": "example.org: the page"}]) }}',
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
        '{{ summary_list([{"label": "Run by", "lines": "A trust"}, '
        '{"label": "Cancers", "lines": ["Lung", "Any"]}]) }}',
        (
            '<dl class="app-summary"><div class="app-summary__row">'
            '<dt class="app-summary__term">Run by</dt><dd class="app-summary__value">'
            'A trust</dd></div><div class="app-summary__row"><dt class="app-summary__term">'
            'Cancers</dt><dd class="app-summary__value">Lung</dd>'
            '<dd class="app-summary__value">Any</dd></div></dl>'
        ),
    ),
    (
        "action",
        '{{ action("My list", "/shortlist/") }}',
        '<a class="app-action" href="/shortlist/">My list</a>',
    ),
    (
        "action",
        '{{ action("Use my area", type="button", attributes={"id": "mine", "hidden": ""}) }}',
        '<button class="app-action" type="button" id="mine" hidden="">Use my area</button>',
    ),
    (
        "answers",
        (
            '{{ answers([{"icon": "pound", "question": "Is there money?", "lines": ["Paid"], '
            '"note": "By the hour", "look": ""}, {"icon": "calendar", "question": "By when?", '
            '"lines": ["1 May"], "note": "", "look": "soon"}]) }}'
        ),
        (
            '<dl class="app-answers"><div class="app-answers__item"><dt '
            'class="app-answers__term">{pound}<span class="app-hidden">Is there money?</span></dt>'
            ' <dd class="app-answers__value">Paid</dd><dd class="app-answers__note">By '
            'the hour</dd></div><div class="app-answers__item app-answers__item--soon"><dt '
            'class="app-answers__term">{calendar}<span class="app-hidden">By when?</span></dt>'
            ' <dd class="app-answers__value">1 May</dd></div></dl>'
        ),
    ),
    (
        "answers",
        (
            '{% from "components/answers.html" import questions_alone %}{{ '
            'questions_alone([("pin", "Where is it?")]) }}'
        ),
        (
            '<dl class="app-answers"><div class="app-answers__item"><dt '
            'class="app-answers__term">{pin}<span class="app-hidden">Where is it?</span></dt>'
            "</div></dl>"
        ),
    ),
    (
        "call_to_action",
        '{{ call_to_action("Ask", "It is old.", "Ask them", "mailto:a@b.example", "It opens.") }}',
        (
            '<section class="app-act" aria-labelledby="act"><h2 class="app-act__title" id="act">'
            'Ask</h2><p class="app-act__words">It is old.</p><a class="app-button" '
            'href="mailto:a@b.example">Ask them</a><p class="app-act__note">It opens.</p></section>'
        ),
    ),
    (
        "gaps",
        '{{ gaps("time or money", "#apply") }}',
        (
            '<p class="app-gaps app-measure"><strong>Their page does not say:</strong> time or '
            'money. <a href="#apply">Ask them</a></p>'
        ),
    ),
    (
        "message",
        '{{ message(["Hello,", "Is it open?"]) }}',
        (
            '<blockquote class="app-message"><p class="app-message__part">Hello,</p>'
            '<p class="app-message__part">Is it open?</p></blockquote>'
        ),
    ),
    (
        "bullets",
        '{{ bullets(["Tea", "Cake & jam"]) }}',
        '<ul class="app-list"><li>Tea</li><li>Cake &amp; jam</li></ul>',
    ),
    (
        "bullets",
        "{% call bullets() %}<li><b>Tea</b></li>{% endcall %}",
        '<ul class="app-list"><li><b>Tea</b></li></ul>',
    ),
    (
        "button",
        '{{ button("Send", type="submit", classes="app-row", attributes={"id": "send"}) }}',
        '<button class="app-button app-row" type="submit" id="send">Send</button>',
    ),
    (
        "button",
        '{{ button("Write it", plain=true, attributes={"hidden": ""}) }}',
        '<a class="app-button app-button--plain" hidden="">Write it</a>',
    ),
    (
        "callout",
        (
            '{% call callout("There is a problem", kind="care", title_id="why", '
            'attributes={"id": "box", "aria-labelledby": "why", "hidden": ""}) %}<ul></ul>{% '
            "endcall %}"
        ),
        (
            '<div class="app-callout app-callout--care app-flow" id="box" aria-labelledby="why" '
            'hidden=""><h2 class="app-callout__title" id="why">There is a problem</h2><ul></ul>'
            "</div>"
        ),
    ),
    (
        "callout",
        "{% call callout() %}<p>It did not load.</p>{% endcall %}",
        '<div class="app-callout app-flow"><p>It did not load.</p></div>',
    ),
    (
        "chip",
        '{{ chip("From home", "/b/", 12, before="List", is_here=true, rel="next") }}',
        (
            '<a class="app-chip" href="/b/" rel="next" aria-current="page"><span '
            'class="app-hidden">List </span>From home '
            '<span class="app-chip__count" data-count="12">12</span></a>'
        ),
    ),
    (
        "chip",
        (
            '{% from "components/chip.html" import chip_button, chip_list %}{% call '
            'chip_list({"id": "on"}) %}<li>{% call chip_button() %}Take off{% endcall %}</li>{% '
            "endcall %}"
        ),
        (
            '<ul class="app-chips" id="on"><li><button class="app-chip" type="button">Take '
            "off</button></li></ul>"
        ),
    ),
    (
        "columns",
        '{{ columns(["Leeds", "York"]) }}',
        '<ul class="app-columns"><li>Leeds</li><li>York</li></ul>',
    ),
    (
        "contact_block",
        (
            '{{ contact_block("Contact", [{"label": "E-mail", "value": "a@example.org", "href": '
            '"mailto:a@example.org", "icon": ""}], intro="Write to us.", element="section", '
            'title_id="us", attributes={"id": "reach"}) }}'
        ),
        (
            '<section class="app-contact" id="reach"><h2 id="us">Contact</h2><p>Write to us.</p>'
            '<dl class="app-contact__list"><div class="app-contact__item"><dt '
            'class="app-contact__term">E-mail</dt><dd class="app-contact__value"><a '
            'href="mailto:a@example.org">a@<wbr>example.org</a></dd></div></dl></section>'
        ),
    ),
    (
        "contact_block",
        (
            '{{ contact_block("Contact", intro="Look there.", action="Go to a.nhs.uk", '
            'href="https://a.nhs.uk/", note="It is old.") }}'
        ),
        (
            '<div class="app-contact"><h2>Contact</h2><p>Look there.</p><div '
            'class="app-contact__action"><a class="app-button" href="https://a.nhs.uk/">Go to a'
            '<wbr>.nhs.uk</a><p class="app-contact__note">It is old.</p></div></div>'
        ),
    ),
    (
        "routes",
        (
            '{{ routes([{"name": "A board, complaints", "ways": [{"label": "E-mail", "value": '
            '"a@example.org", "href": "mailto:a@example.org"}, {"label": "Phone", "value": '
            '"01632 960 000", "href": "tel:01632960000"}, {"label": "Post", "value": "1 Road", '
            '"href": ""}, {"label": "Page", "value": "a.nhs.uk: us", "href": '
            '"https://a.nhs.uk/us"}], "note": "Mondays.", "age": "2023."}, {"name": "B", '
            '"ways": [], "note": "", "age": "no date."}]) }}'
        ),
        (
            '<ul class="app-routes"><li class="app-routes__item"><strong '
            'class="app-routes__name">A board, complaints</strong><span class="app-routes__way">'
            '<a href="mailto:a@example.org">a@<wbr>example.org</a></span><span '
            'class="app-routes__way">Phone: <a href="tel:01632960000">01632 960 000</a></span>'
            '<span class="app-routes__way">Post: 1 Road</span><span class="app-routes__way">'
            '<a href="https://a.nhs.uk/us">a<wbr>.nhs.uk: us</a></span><span '
            'class="app-routes__note">Mondays.</span><span class="app-routes__note">How old this '
            'is: 2023.</span></li><li class="app-routes__item"><strong class="app-routes__name">'
            'B</strong><span class="app-routes__note">How old this is: no date.</span></li></ul>'
        ),
    ),
    (
        "coverage_table",
        (
            '{{ coverage_table([{"name": "North", "path": "/n/", "listed": 2, "confirmed": 0, '
            '"newest": "2024", "contacts": "website", "gaps": '
            '[{"words": "phone", "path": "/f/"}]}, {"name": "South", "path": "/s/", '
            '"listed": 1, "confirmed": 1, "newest": "no date", '
            '"contacts": "phone", "gaps": []}], "All of them", root="/r") }}'
        ),
        (
            '<table class="app-table" role="table" aria-label="All of them"><thead '
            'class="app-table__heads" role="rowgroup"><tr role="row">'
            + "".join(
                f'<th class="app-table__head" scope="col" role="columnheader">{name}</th>'
                for name in ("Alliance", "Listed", "Confirmed", "Newest page")
            )
            + '<th class="app-table__head" scope="col" role="columnheader">Ways to reach it</th>'
            '<th class="app-table__head" scope="col" role="columnheader">Missing: add it</th>'
            '</tr></thead><tbody class="app-table__body" role="rowgroup">'
            '<tr class="app-table__row" role="row"><th class="app-table__name" scope="row" '
            'role="rowheader"><a class="app-table__link" href="/r/n/">North</a></th>'
            '<td class="app-table__cell app-table__cell--number" role="cell"><span '
            'class="app-table__label">Listed: </span>2</td>'
            '<td class="app-table__cell app-table__cell--number" role="cell"><span '
            'class="app-table__label">Confirmed: </span>0</td>'
            '<td class="app-table__cell" role="cell"><span class="app-table__label">Newest page: '
            '</span>2024</td><td class="app-table__cell" role="cell"><span '
            'class="app-table__label">Contact: </span>website</td>'
            '<td class="app-table__cell app-table__cell--gaps" role="cell"><span '
            'class="app-table__label">Add: </span><a class="app-table__gap" href="/r/f/"><span '
            'class="app-hidden">Add </span>phone<span class="app-hidden"> for North</span></a> '
            '</td></tr><tr class="app-table__row" role="row"><th class="app-table__name" '
            'scope="row" role="rowheader"><a class="app-table__link" href="/r/s/">South</a></th>'
            '<td class="app-table__cell app-table__cell--number" role="cell"><span '
            'class="app-table__label">Listed: </span>1</td>'
            '<td class="app-table__cell app-table__cell--number" role="cell"><span '
            'class="app-table__label">Confirmed: </span>1</td>'
            '<td class="app-table__cell" role="cell"><span class="app-table__label">Newest page: '
            '</span>no date</td><td class="app-table__cell" role="cell"><span '
            'class="app-table__label">Contact: </span>phone</td>'
            '<td class="app-table__cell app-table__cell--gaps" role="cell">Nothing that we look '
            "for</td></tr></tbody></table>"
        ),
    ),
    (
        "contact_block",
        (
            '{% from "components/contact_block.html" import contact_part %}{% call '
            'contact_block() %}{% call contact_part("By post", "app-flow") %}<p>A stamp will '
            "do.</p>{% endcall %}{% endcall %}"
        ),
        (
            '<div class="app-contact"><div class="app-contact__part app-flow"><h3>By post</h3>'
            "<p>A stamp will do.</p></div></div>"
        ),
    ),
    (
        "empty_state",
        (
            '{% call empty_state("Your list is empty", "Keep something.", level=3, '
            'attributes={"hidden": ""}) %}<p>Or look.</p>{% endcall %}'
        ),
        (
            '<div class="app-empty app-flow" hidden=""><h3>Your list is empty</h3><p>Keep '
            "something.</p><p>Or look.</p></div>"
        ),
    ),
    (
        "form_field",
        (
            '{{ form_field({"name": "summary", "label": "Summary", "words": "In short?", "hint": '
            '"", "control": "area", "keyboard": "", "choices": [], "is_needed": true, '
            '"missing": "Say it"}) }}'
        ),
        (
            '<div class="app-field" data-name="summary" data-label="Summary" '
            'data-missing="Say it"><label '
            'class="app-field__words" for="summary">In short? <span '
            'class="app-unknown">(needed)</span></label><span class="app-form__hint" '
            'id="hint-summary"></span><span class="app-form__error" id="error-summary"></span>'
            '<textarea class="app-input" id="summary" name="summary" rows="3" '
            'aria-describedby="hint-summary error-summary" aria-required="true"></textarea></div>'
        ),
    ),
    (
        "form_field",
        (
            '{% from "components/form_field.html" import text_field %}{{ text_field("How do you '
            'know?", "note", rows=3, hint="A link.", attributes={"id": "proof"}) }}{{ '
            'text_field("What is wrong?", "wrong", rows=2) }}'
        ),
        (
            '<div class="app-field" id="proof"><label class="app-field__words" for="note">How do '
            'you know?</label><span class="app-form__hint" id="note-hint">A link.</span>'
            '<span class="app-form__error" id="error-note"></span><textarea class="app-input" '
            'id="note" name="note" rows="3" aria-describedby="note-hint error-note">'
            '</textarea></div><div class="app-field"><label class="app-field__words" '
            'for="wrong">What is wrong?</label><span class="app-form__error" id="error-wrong">'
            '</span><textarea class="app-input" id="wrong" name="wrong" rows="2" '
            'aria-describedby="error-wrong"></textarea></div>'
        ),
    ),
    (
        "form_field",
        '{% from "components/form_field.html" import radio_field %}'
        '{{ radio_field("How?", "how", "Leave it blank.", ["By letter"]) }}',
        '<fieldset class="app-field"><legend class="app-field__words">How?</legend>'
        '<span class="app-form__hint">Leave it blank.</span><label class="app-tick">'
        '<input class="app-tick__box" type="radio" name="how" value="By letter">'
        '<span class="app-tick__label">By letter</span></label></fieldset>',
    ),
    (
        "input",
        '{{ input({"id": "words", "type": "search", "maxlength": none}) }}',
        '<input class="app-input" id="words" type="search">',
    ),
    (
        "input",
        '{{ input({"id": "pc"}, kind="postcode") }}',
        '<input class="app-input app-input--postcode" id="pc">',
    ),
    (
        "input",
        (
            '{% from "components/input.html" import select, textarea %}{% call select({"id": '
            '"area"}) %}<option value="">All</option>{% endcall %}{{ textarea({"rows": 2}, '
            'classes="app-add__text") }}'
        ),
        (
            '<select class="app-input" id="area"><option value="">All</option></select><textarea '
            'class="app-input app-add__text" rows="2"></textarea>'
        ),
    ),
    (
        "kept_card",
        "{{ kept_card() }}",
        (
            '<li class="app-card app-kept"><h2 class="app-kept__title"><a></a></h2><p></p><p>'
            '</p><p></p><p></p><div class="app-row app-kept__tools"><button class="app-chip" '
            'type="button">Move up <span class="app-hidden"></span></button><button '
            'class="app-chip" type="button">Move down <span class="app-hidden"></span></button>'
            '<button class="app-chip" type="button">Remove <span class="app-hidden"></span>'
            "</button></div></li>"
        ),
    ),
    (
        "lead",
        '{{ lead("Meet once & talk.") }}',
        '<p class="app-lead">Meet once &amp; talk.</p>',
    ),
    (
        "link_list",
        '{% call link_list() %}<li><a href="/a/">A</a></li>{% endcall %}',
        '<ul class="app-links"><li><a href="/a/">A</a></li></ul>',
    ),
    (
        "map_list",
        '{{ map_list([{"number": 7, "link": {"name": "North", "href": "/n/"}}]) }}',
        '<ol class="app-map-list"><li>7. <a href="/n/">North</a></li></ol>',
    ),
    (
        "more",
        '{% call more("Councils (2)", on_paper=true) %}<p>Leeds</p>{% endcall %}',
        (
            '<details class="app-more app-more--paper"><summary '
            'class="app-more__summary">Councils (2)</summary><p>Leeds</p></details>'
        ),
    ),
    (
        "more",
        (
            '{% call more("Dates & times", attributes={"data-many": "sessions"}) %}<p>May</p>{% '
            "endcall %}"
        ),
        (
            '<details class="app-more" data-many="sessions"><summary '
            'class="app-more__summary">Dates &amp; times</summary><p>May</p></details>'
        ),
    ),
    (
        "mp_form",
        "{{ mp_form() }}",
        (
            '<form class="app-form" action="https://www.writetothem.com/" method="get"><input '
            'type="hidden" name="a" value="westminstermp"><input type="hidden" '
            'name="message_type" value="campaigning"><label class="app-form__label" '
            'for="pc">Your postcode</label><span class="app-form__hint" id="pc-hint">It goes '
            'straight to WriteToThem, and not to us.</span><div class="app-form__row"><input '
            'class="app-input app-input--postcode" id="pc" name="pc" type="text" '
            'autocomplete="postal-code" autocapitalize="characters" spellcheck="false" '
            'aria-describedby="pc-hint" required=""><button class="app-button" '
            'type="submit">Go to WriteToThem</button></div><p class="app-form__note">You leave '
            "our site when you press the button.</p></form>"
        ),
    ),
    (
        "notice",
        (
            '{% call notice("How fresh", element="section", attributes={"id": "fresh", "hidden": '
            '""}) %}<p>Old.</p>{% endcall %}'
        ),
        (
            '<section class="app-banner" aria-label="How fresh" id="fresh" hidden=""><div '
            'class="app-wrap"><p>Old.</p></div></section>'
        ),
    ),
    (
        "page_head",
        (
            '{% call page_head("Carers/friends", tag_text="Open", tag_kind="open") %}<p>Keep '
            "it</p>{% endcall %}"
        ),
        (
            '<div class="app-pagehead"><div class="app-wrap"><div class="app-flow"><p '
            'class="app-tags"><strong class="app-tag app-tag--open">Open</strong></p>'
            "<h1>Carers/<wbr>friends</h1><p>Keep it</p></div></div></div>"
        ),
    ),
    (
        "print_tip",
        '{{ print_tip("Use the print button.") }}',
        '<p class="app-print-tip app-js">Use the print button.</p>',
    ),
    (
        "question_to_send",
        "{{ question_to_send() }}",
        (
            '<div class="app-ask"><p>Their pages do not say. You can send them one and the same '
            'message:</p><blockquote class="app-ask__message"><p>Hello,</p><p>I read about what '
            "you do in a list of ways to take part in cancer care. Before I apply, may I ask:</p>"
            "<ul></ul><p>Thank you.</p></blockquote><p>"
            '<button class="app-button app-button--plain" type="button">Copy it</button></p></div>'
        ),
    ),
    (
        "quick_links",
        '{% call quick_links("Lists") %}<li>All</li>{% endcall %}',
        '<nav aria-label="Lists"><ul class="app-chips"><li>All</li></ul></nav>',
    ),
    (
        "tag",
        '{{ tag("Closing soon", "soon") }}',
        '<strong class="app-tag app-tag--soon">Closing soon</strong>',
    ),
    (
        "tag",
        '{{ tag("New") }}',
        '<strong class="app-tag">New</strong>',
    ),
    (
        "tick",
        '{{ tick("who_for", "carers", "Carers") }}',
        (
            '<label class="app-tick"><input class="app-tick__box" type="checkbox" name="who_for" '
            'value="carers"><span class="app-tick__label">Carers</span></label>'
        ),
    ),
    (
        "tick",
        (
            '{{ tick("who_for", "carers", "Carers", hint="Of any age", count=0, id="who_for", '
            "hidden=true) }}"
        ),
        (
            '<label class="app-tick" hidden><input class="app-tick__box" type="checkbox" '
            'name="who_for" value="carers" id="who_for"><span class="app-tick__label">Carers '
            '<span class="app-tick__hint">Of any age</span></span> <span '
            'class="app-tick__count">(0)</span></label>'
        ),
    ),
    (
        "word_list",
        (
            '{{ word_list([{"name": "nurse", "term": "CNS", "meaning": "A <nurse>.", "also": '
            '"key worker"}, {"name": "gp", "term": "GP", "meaning": "A doctor.", "also": ""}]) }}'
        ),
        (
            '<dl class="app-words"><div class="app-words__item" id="nurse"><dt '
            'class="app-words__term">CNS</dt><dd>A &lt;nurse&gt;.</dd><dd '
            'class="app-unknown">Also called: key worker</dd></div><div class="app-words__item" '
            'id="gp"><dt class="app-words__term">GP</dt><dd>A doctor.</dd></div></dl>'
        ),
    ),
    (
        "keep_tools",
        '{{ keep_tools("panel", "/shortlist/") }}',
        (
            '<div class="app-tools app-row app-js" data-keep="panel">'
            '<button class="app-button app-button--plain" type="button" aria-pressed="false">'
            'Save</button><button class="app-button app-button--plain" type="button">'
            'Share this page</button><a class="app-action" href="/shortlist/">My list</a>'
            '<p role="status"></p></div>'
        ),
    ),
    (
        "helplines",
        '{{ helplines([{"name": "Pebble line", "web": "/line/", "call": {"words": "01632 960 301",'
        ' "href": "tel:01632960301", "icon": "phone"}, "who_for": "Anyone.", "hours": "Always.",'
        ' "details": "", "age": "Number from 2026."}]) }}',
        (
            '<ul class="app-lines"><li class="app-line"><h3 class="app-line__name">Pebble line</h3>'
            '<a class="app-line__call" href="tel:01632960301">{phone}'
            '<span class="app-hidden">Pebble line: </span>01632 960 301</a>'
            '<p class="app-line__hours">Always.</p><p>Anyone.</p>'
            '<p class="app-line__more"><span>Number from 2026.</span> '
            '<a class="app-line__web" href="/line/">Website'
            '<span class="app-hidden"> of Pebble line</span></a></p></li></ul>'
        ),
    ),
    (
        "urgent",
        '{% call urgent("Now", []) %}<p>Ask.</p>{% endcall %}',
        (
            '<section class="app-urgent" aria-labelledby="now"><h2 id="now">Now</h2>'
            '<ul class="app-lines"></ul><p>Ask.</p></section>'
        ),
    ),
    (
        "signposts",
        '{{ signposts([{"name": "A society", "href": "/a/", "what": "Sorts pebbles."}]) }}',
        (
            '<ul class="app-signs"><li><a class="app-signs__link" href="/a/">A society</a> '
            '<span class="app-signs__what">Sorts pebbles.</span></li></ul>'
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
    module = environment.get_template("components/icon.html").make_module()
    drawings: dict[str, str] = getattr(module, "DRAWINGS")  # noqa: B009  (mypy knows no such name)
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
        '<svg class="app-icon" viewBox="0 0 24 24" width="25" height="25" aria-hidden="true">'
        '<path d="M4.5 12.8 9.5 18 19.5 6.5"/></svg>'
    )


def test_an_icon_that_does_not_exist_stops_the_build(render: Callable[[str, str], str]) -> None:
    with pytest.raises(UndefinedError, match="has no attribute 'unicorn'"):
        render("icon", '{{ icon("unicorn") }}')
