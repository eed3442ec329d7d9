"""One run of Pelican in a process of its own: ``python -m sitebuild.run_pelican`` and options.

It runs in the folder of the project.
"""

import gc

# A build is short: looking for garbage costs more than the garbage does, from the imports on.
gc.disable()

import os  # noqa: E402
import sys  # noqa: E402
from contextlib import suppress  # noqa: E402
from pathlib import Path  # noqa: E402

from sitebuild import today  # noqa: E402
from sitebuild.left_out import leave_out  # noqa: E402


def begin_to_read() -> None:
    """Let other processes read the entries while this one loads Pelican.

    Whatever stops this stops the plugin too, and Pelican says it.
    """
    with suppress(Exception):
        from catalogue import ahead

        ahead.begin(Path.cwd(), today.settle("", os.environ))


def run() -> None:
    """What the command ``pelican`` does, with only what it needs."""
    leave_out()
    import pelican

    pelican.main()


def leave() -> None:
    """End well at once: to take a whole catalogue apart, piece by piece, takes a while.

    An error ends the run before this, in the usual way.
    """
    import logging  # Pelican has, while others read

    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    begin_to_read()
    run()
    leave()
