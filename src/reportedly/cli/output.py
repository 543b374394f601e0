"""Where a command writes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import codecs
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reportedly.cli.told import Misused, Unwritten
from reportedly.store.files import is_database

# each but the last as wide as its sign, so that columns stay columns
PLAIN = dict(zip("‹›«»·•×¶↳→–—−“”„‘’\xa0━─└├│", '<>""-*x#>>---"""\'\' --`||', strict=True)) | {"…": "..."}
PLAINER = "reportedly.plainer"  # by this name codecs know what makes signs plainer


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(PLAIN.get(character, "?") for character in lost), error.end


codecs.register_error(PLAINER, _plainer)


class Output:
    """Takes text and writes it at once. Pages for people are made for its `width`, and in `colour` or not."""

    def __init__(self, stream: BinaryIO, *, encoding: str = "utf-8", width: int = 80, colour: bool = False) -> None:
        self._stream = stream
        self._encoding = encoding
        self.width = width
        self.colour = colour

    def write(self, text: str) -> None:
        """Writes the text; signs that the terminal has no code for become plainer ones, letters question marks."""
        try:
            self._stream.write(text.encode(self._encoding, errors=PLAINER))
            self._stream.flush()
        except BrokenPipeError:
            raise  # nobody listens any more, which is no mistake of anybody
        except OSError as error:
            raise Unwritten(f"the output cannot be written: {error.strerror}") from error


def unwritable(path: str, error: OSError) -> str:
    """That a file or folder cannot be written, and what to do about it."""
    do = {
        FileNotFoundError: "make the folder that it is to lie in",
        PermissionError: "name one that is open to you",
    }.get(type(error), "name another")
    return f"{path} cannot be written: {error.strerror}; {do}"


@contextmanager
def open_output(path: str | None, *, for_people: bool = False) -> Iterator[Output]:
    """Standard output, or the file at `path`; Misused when it cannot be written, or is a store.

    A file takes its name when all is written, and then replaces what was there; after an error or an
    interruption nothing has changed. On standard output, pages `for_people` are in the terminal's encoding.
    """
    if path is None:
        encoding = (sys.stdout.encoding or "utf-8") if for_people else "utf-8"
        width = shutil.get_terminal_size().columns
        yield Output(sys.stdout.buffer, encoding=encoding, width=width, colour=_colour_wanted())
        return
    given = Path(path)
    if given.exists() and not given.is_file():
        if given.is_dir():
            raise Misused(f"{path} is a folder; name a file in it")
        # a device or a pipe cannot be replaced, nor has what /dev/stdout leads to a name
        with _closed(given.open("wb")) as stream:
            yield Output(stream)
        return
    target = given.resolve()  # a link stays, and the file that it leads to is replaced
    try:
        if is_database(target):
            raise Misused(f"{path} is a store, which nothing is written over; name another file")
    except OSError as error:
        raise Misused(unwritable(path, error)) from error
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = part.open("xb")
    except OSError as error:
        raise Misused(unwritable(path, error)) from error
    try:
        with _closed(stream):
            yield Output(stream)
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


@contextmanager
def _closed(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Closes the stream in the end; after an error without another one for what it could not write."""
    try:
        yield stream
    except BaseException:
        with suppress(OSError):
            stream.close()
        raise
    stream.close()


def _colour_wanted() -> bool:
    """Whether pages on standard output are coloured: on a terminal, unless its user wants none (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
