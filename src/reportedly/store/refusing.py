"""What DuckDB says of a file that it cannot open, read or write -> errors that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from reportedly.errors import BadInput, Unreadable

# a block whose checksum is another, and a file that ends before a block of it does
DAMAGED = ("Corrupt database file", "Could not read enough bytes")
UNWRITTEN = "Failed to commit"
BY_ANOTHER = ("Could not set lock", "being used by another process", "Conflicting lock")


@contextmanager
def told(where: str, *, writing: bool) -> Iterator[None]:
    """Says so when a store is damaged, or its disk cannot be read or written; any other error passes as it is."""
    try:
        yield
    except duckdb.Error as error:
        if (refused := _of_the_file(error, where, writing=writing)) is None:
            raise
        raise refused from error


def refusal(error: duckdb.Error, where: str) -> BadInput:
    """Why a file cannot be opened as a store."""
    reason = _reason(error)
    if any(words in reason for words in BY_ANOTHER):
        return BadInput("the store is open in another program", where=where, do="wait for it to end, or close it")
    if isinstance(error, duckdb.ConnectionException):  # a file is opened to write, or to read alone, not both
        do = "close it there, or ask it through beside()"
        return BadInput("this program has the store open already, in the other way", where=where, do=do)
    if "Permission denied" in reason:
        return Unreadable("the store is closed to you", where=where, do="ask its owner for the right to, or copy it")
    if isinstance(error, duckdb.IOException) and not Path(where).is_file():
        return Unreadable(f"the store cannot be opened ({reason})", where=where, do="check the folder")
    if any(words in reason for words in DAMAGED):
        return _damaged(reason, where)
    if isinstance(error, duckdb.CatalogException):  # as of `no_store`, where nothing may be written
        return no_store(where)
    return Unreadable(f"this is no store ({reason})", where=where, do="name a new file, or one made by: reportedly add")


def no_store(where: str) -> Unreadable:
    """The refusal of a file that holds something else."""
    return Unreadable("this is no store", where=where, do="name a new file, or one made by: reportedly add")


def _of_the_file(error: duckdb.Error, where: str, *, writing: bool) -> BadInput | None:
    """The refusal where an error is the fault of the file or of its disk; None for a mistake in what was asked."""
    reason = _reason(error)
    if any(words in reason for words in DAMAGED):
        return _damaged(reason, where)
    if not isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException) and UNWRITTEN not in reason:
        return None
    if writing:
        do = "make room for it, then do it again"
        return BadInput(f"the store cannot be written ({reason})", where=where, do=do)
    return Unreadable(f"the store cannot be read ({reason})", where=where, do="check its disk, and the room on it")


def _damaged(reason: str, where: str) -> Unreadable:
    do = "go back to a copy of before, or add the articles to a new one"
    return Unreadable(f"the store is damaged ({reason})", where=where, do=do)


def _reason(error: duckdb.Error) -> str:
    return str(error).partition("\n")[0]
