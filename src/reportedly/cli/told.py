"""What the command line tells its user on standard error."""

from __future__ import annotations

import sys

from reportedly.records.reading import Failure


class Misused(Exception):
    """A command that cannot be carried out as it was given."""


class Unwritten(Exception):
    """Output that could not be written: the disk is full, the device is gone."""


def tell(message: str) -> None:
    """One line on standard error, in which nothing can drive the terminal."""
    line = "".join(character if character.isprintable() else "\ufffd" for character in message)
    print(f"reportedly: {line}", file=sys.stderr)


def tell_failure(failure: Failure) -> None:
    """Why an article was not read."""
    tell(": ".join(filter(None, (failure.source or failure.id, failure.reason))))
