"""``python -m sitebuild.run COMMAND WORDS``: runs a command of ours; to load it is part of that.

So Ctrl+C ends it without a word of Python's also while it is being loaded, which takes longest.
"""

import sys
from importlib import import_module

from project.failures import run_command

OURS = {
    "sitebuild": "sitebuild.__main__",
    "sitebuild.check": "sitebuild.check",
    "contributing": "contributing.__main__",
    "geography.making.rebuild": "geography.making.rebuild",
}


def main() -> int:
    """The status of the command that the first word names."""
    name = sys.argv.pop(1)
    status: int = import_module(OURS[name]).main()
    return status


if __name__ == "__main__":
    run_command(main)
