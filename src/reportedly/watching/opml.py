"""Which feeds to watch: an OPML file as feed readers write it, or a text with an address a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from reportedly.errors import BadInput, FetchRefused, Unreadable
from reportedly.reading.intake.charsets import decode_text
from reportedly.watching.courtesy import site_of

SHOWN = 80  # characters of what is no address


def feeds_of(path: str) -> tuple[str, ...]:
    """The addresses of the feeds in a file, each once, in their order; BadInput when there is none.

    OPML 2.0 (opml.org): the xmlUrl of every outline, however deep. In a text, lines that begin with # are passed over.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise Unreadable(f"the list of feeds cannot be read ({error.strerror})", where=path, do="check it") from error
    try:
        text = decode_text(raw, where=path)
    except Unreadable as error:
        raise Unreadable("this is no text", where=path, do="give OPML, or a text with an address a line") from error
    # XML says itself which encoding it is in
    found = _outlines(raw, path) if text.lstrip("\ufeff \t\r\n").startswith("<") else _lines(text.splitlines(), path)
    feeds = tuple(dict.fromkeys(found))
    if not feeds:
        raise BadInput("there is no feed in this list", where=path, do="give OPML, or a text with an address a line")
    return feeds


def _outlines(raw: bytes, path: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(raw.lstrip())
    except (ElementTree.ParseError, LookupError, ValueError) as error:  # the others of an encoding it does not know
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
    try:
        site_of(address)
        well = not re.search(r"\s", address)
    except FetchRefused:
        well = False
    if not well:
        shown = address if len(address) <= SHOWN else f"{address[:SHOWN]}…"
        raise BadInput(f"{shown!r} is no address of a feed", where=where, do="begin it with https://")
    return address
