"""Shows the site while someone works on it, and builds it anew after each edit."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import watch

from sitebuild.build import Outcome
from sitebuild.output import is_site
from sitebuild.server import SiteServer

FOLDERS = ("content", "data", "theme", "plugins")
SETTINGS = "*conf.py"
PATIENCE = 200  # milliseconds between two looks at the settings files

Say = Callable[[str], None]


def serve(
    server: SiteServer, occasions: Iterable[None], build: Callable[[], Outcome], say: Say
) -> None:
    """Answer requests, and run `build` on each occasion, until Ctrl+C or the last occasion."""
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        for number, _ in enumerate(occasions):
            say("Building the site ..." if number == 0 else "Something changed. Building again ...")
            show(server, build(), say)
            if number == 0:
                say(f"Look at {server.address} (stop with Ctrl+C).")
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.shutdown()
        server.server_close()


def show(server: SiteServer, outcome: Outcome, say: Say) -> None:
    """After a good build show the new site, after a bad one the site before it."""
    say(outcome.report)
    if outcome.ok:
        server.waiting = ""
    elif is_site(server.site):
        server.waiting = ""
        say(f"Nothing was built. You still see the site as it was. {outcome.cure}")
    else:
        server.waiting = f"The site cannot be built yet.\n\n{outcome.report}\n"
        say(f"Nothing was built. {outcome.cure}")


def edits(project: Path) -> Iterator[None]:
    """Wait for edits under content, data, theme, plugins or of a settings file; yield for each.

    The first item comes when the watch begins: from then on no edit is missed.
    """
    folders = [project / name for name in FOLDERS if (project / name).is_dir()]
    seen: list[tuple[str, int]] = []
    for changes in watch(*folders, rust_timeout=PATIENCE, yield_on_timeout=True):
        now = settings_state(project)
        if changes or now != seen:
            yield None
        seen = now


def settings_state(project: Path) -> list[tuple[str, int]]:
    """Names and times of the settings files.

    Editors save by putting a new file in place, which a watch on the old one would not see.
    """
    return [(path.name, path.stat().st_mtime_ns) for path in sorted(project.glob(SETTINGS))]
