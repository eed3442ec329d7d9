"""``python -m sitebuild``: Invoke, which runs what stands in tasks.py."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from invoke.exceptions import Exit, ParseError
from invoke.program import Program

from project.failures import COULD_NOT_RUN, INTERRUPTED, run_command

LIST = (
    "python3 tasks.py lists all commands, and their options with: python3 tasks.py COMMAND --help"
)


class Tasks(Program):
    """Invoke, which says in plain words what it cannot read, and then ends as we document it."""

    def parse_tasks(self) -> None:
        try:
            super().parse_tasks()
        except ParseError as error:
            # An option is named as people type it, not as Invoke calls it inside.
            words = re.sub(r"<Argument: ([\w-]+)[^>]*>", r"--\1", str(error))
            raise Exit(f"{words}\n{LIST}", COULD_NOT_RUN) from error
        except ValueError as error:
            raise Exit(
                f"One of these options takes a whole number.\n{LIST}", COULD_NOT_RUN
            ) from error

    def parse_collection(self) -> None:
        with ctrl_c_as_documented():
            super().parse_collection()

    def execute(self) -> None:
        with ctrl_c_as_documented():
            super().execute()


@contextmanager
def ctrl_c_as_documented() -> Iterator[None]:
    """Invoke would end with 1."""
    try:
        yield
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


def main() -> int:
    """Run what the words of the command line name; each command ends in a status of its own."""
    Tasks(binary="python3 tasks.py").run()
    return 0


if __name__ == "__main__":
    run_command(main)
