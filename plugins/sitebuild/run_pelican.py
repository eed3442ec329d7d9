"""One run of Pelican in a process of its own: ``python -m sitebuild.run_pelican`` and options.

It runs in the folder of the project.
"""

import gc

# A build is short: looking for garbage costs more than the garbage does, from the imports on.
gc.disable()

from sitebuild.left_out import leave_out  # noqa: E402


def run() -> None:
    """What the command ``pelican`` does, with only what it needs."""
    leave_out()
    import pelican

    pelican.main()


if __name__ == "__main__":
    run()
