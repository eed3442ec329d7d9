"""A link leads to a website that a maintainer has looked at."""

from __future__ import annotations

from tests.nowhere import changed


def test_the_message_on_a_host_that_nobody_knows(nowhere):
    nowhere.write(
        "content/opportunities/pebble-panel.md",
        changed("url: https://www.invented", "url: https://www.unknown"),
    )
    (problem,) = nowhere.problems()
    assert problem.message == "we do not know the website www.unknown.example yet"
    assert problem.fix == (
        "nothing is wrong with your file; a maintainer looks at the site and adds it to hosts in "
        "data/known.yaml"
    )
    assert (problem.severity, problem.line, problem.column) == ("hold", 9, 8)
