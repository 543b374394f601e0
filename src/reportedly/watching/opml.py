"""Which feeds to watch: an OPML file as feed readers write it, or a text with an address a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from reportedly.errors import BadInput, Unreadable

SHOWN = 80  # characters of what is no address
_ADDRESS = re.compile(r"https?://\S+")


def feeds_of(path: str) -> tuple[str, ...]:
    """The addresses of the feeds in a file, each once, in their order; BadInput when there is none.

    OPML 2.0 (opml.org): the xmlUrl of every outline, however deep. In a text, lines that begin with # are passed over.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("this is no text", where=path, do="give OPML, or a text with an address a line") from error
    except OSError as error:
        raise Unreadable(f"the list of feeds cannot be read ({error.strerror})", where=path, do="check it") from error
    found = _outlines(text, path) if text.lstrip().startswith("<") else _lines(text.splitlines(), path)
    feeds = tuple(dict.fromkeys(found))
    if not feeds:
        raise BadInput("there is no feed in this list", where=path, do="give OPML, or a text with an address a line")
    return feeds


def _outlines(text: str, path: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise BadInput(f"this is no OPML ({error})", where=path, do="export it from the feed reader again") from error
    for outline in root.iter("outline"):
        address = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if address:
            yield _checked(address, path)


def _lines(lines: Iterable[str], path: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if (address := line.strip()) and not address.startswith("#"):
            yield _checked(address, f"{path}, line {number}")


def _checked(address: str, where: str) -> str:
    if not _ADDRESS.fullmatch(address):
        shown = address if len(address) <= SHOWN else f"{address[:SHOWN]}…"
        raise BadInput(f"{shown!r} is no address of a feed", where=where, do="begin it with https://")
    return address
