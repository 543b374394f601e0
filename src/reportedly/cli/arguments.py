"""Values of options that several commands take, checked as they are given."""

from __future__ import annotations

import argparse
import os

from reportedly.reading.shipped import BEST, ENCODERS
from reportedly.records.values import wrong_moment

LAST_PORT = 65_535


def add_encoder(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Adds `--encoder`: with which of the shipped encoders to read."""
    parser.add_argument(
        "--encoder",
        choices=ENCODERS,
        default=BEST,
        help="small: about one and a half times as quick, and finds less; without, the best one",
    )


def add_processes(parser: argparse._ActionsContainer, work: str) -> None:
    """Adds `--processes`: how many do the work, which the help names, side by side; one for each core, unless said."""
    parser.add_argument(
        "--processes",
        type=at_least_one,
        metavar="N",
        default=os.cpu_count() or 1,
        help=f"how many {work} side by side; without, one for each core",
    )


def moment(value: str) -> str:
    """A day or a moment, as ISO 8601 writes it."""
    if what := wrong_moment(value):
        raise argparse.ArgumentTypeError(what)
    return value


def filled(value: str) -> str:
    """A value that is not empty."""
    if not value.strip():
        raise argparse.ArgumentTypeError("it is empty, as an unset variable of a script is; leave it out, or fill it")
    return value


def encoding(value: str) -> str:
    """The name of an encoding that there is."""
    try:
        b"ab".decode(value)
    except LookupError:
        raise argparse.ArgumentTypeError(f"there is no encoding {value!r}; name one such as windows-1252") from None
    except UnicodeError:
        pass  # an encoding, if one in which these two bytes are no text
    return value


def port(value: str) -> int:
    """The number of a port."""
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"{value!r} is no port: give a number from 1 to {LAST_PORT:,}")
    return int(value)


def seconds(value: str) -> float:
    """A number of seconds, from 0."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):  # nor is what is no number
        raise argparse.ArgumentTypeError(f"{value!r} is no number of seconds")
    return number


def at_least_one(value: str) -> int:
    """A whole number from 1."""
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a whole number from 1")
    return int(value)
