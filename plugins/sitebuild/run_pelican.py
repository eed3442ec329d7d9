"""One run of Pelican in a process of its own: ``python -m sitebuild.run_pelican`` and options."""

import gc

# A build is short: looking for garbage costs more than the garbage does, from the imports on.
gc.disable()

from pelican import main  # noqa: E402

if __name__ == "__main__":
    main()
