"""JSON and JSON Lines -> input rows, each with its place; a line that is broken costs itself only.

A row comes as a Piece: where it stands, and what makes an article of it when it is asked to. So whoever
reads decides what becomes of a piece that cannot be made, and the stream goes on.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from io import BufferedReader, TextIOWrapper
from itertools import chain
from typing import Any, BinaryIO

from reportedly.errors import BadRecord, Unreadable
from reportedly.reading.intake.charsets import decode_text, mark_of
from reportedly.reading.intake.dates import Found, settle
from reportedly.reading.intake.known import Known
from reportedly.reading.intake.made import Made, Piece
from reportedly.reading.intake.page import page_dates, page_row
from reportedly.records.codec import decode_article, parse_json

MOST_BYTES = 20_000_000  # of one article, page, line or JSON document: four times the longest text that is promised


def make_row(row: Any, *, where: str, known: Known) -> Made:
    """The article of an input row, whose html is read where it has no text; what is known stands over the row."""
    found: list[Found] = []
    stated = None
    if isinstance(row, Mapping):
        stated = known.published or row.get("published")
        if row.get("text") is None and isinstance(html := row.get("html"), str):
            url = known.url or row.get("url")
            page = page_row(html, where=where, url=url if isinstance(url, str) else None)
            found = page_dates(html, page)
            row = page | {name: value for name, value in row.items() if value is not None}
        row = known.over(dict(row))
    if isinstance(stated, str) and stated.strip():
        article = decode_article(row, where=where)
        return Made(article=article, dates=settle(found, stated=article.published)[1])
    published, dates = settle(found)
    return Made(article=decode_article(row | {"published": published} if found else row, where=where), dates=dates)


def json_pieces(
    stream: BufferedReader[Any],
    *,
    where: str,
    known: Known,
    encoding: str | None = None,
    lines: bool = False,
    number_from: int = 1,
) -> Iterator[Piece]:
    """The articles of a stream of JSON: an object a line, or one object, or a list of objects.

    Without `lines` the first line that is not empty decides: a whole object on it means an object a line. JSON is
    UTF-8 where neither a byte order mark nor the user says otherwise; it is never guessed. Lines are numbered from
    `number_from`.
    """
    name = encoding or mark_of(stream.peek(4)) or "utf-8"
    if _is_wide(name, where):
        rest, name = _wide_lines(stream, name), "utf-8"
    else:
        rest = _lines(stream)
    empty, first = 0, next(rest, b"")
    while first and not _bare(first):
        empty, first = empty + 1, next(rest, b"")
    if lines or (_bare(first)[:1], _bare(first)[-1:]) == (b"{", b"}"):
        for number, line in enumerate(chain([first], rest), number_from + empty):
            if line.strip():
                place = f"{where}, line {number}"
                yield Piece(place, partial(_line, line, where=place, known=known, encoding=name), len(line), line)
        return
    document = _document(chain([b"\n" * empty, first], rest), where)
    value = _value(document, where, name)
    if not isinstance(value, list):
        yield Piece(where, partial(make_row, value, where=where, known=known), len(document))
        return
    for number, row in enumerate(value, 1):
        place = f"{where}, item {number}"
        yield Piece(place, partial(make_row, row, where=place, known=known), len(document) // len(value))


def _bare(line: bytes) -> bytes:
    """A line without the white space around it, and without a byte order mark."""
    return line.strip(b"\xef\xbb\xbf \t\r\n")


def _line(line: bytes, *, where: str, known: Known, encoding: str) -> Made:
    if len(line) > MOST_BYTES:
        raise BadRecord(f"a line of more than {MOST_BYTES:,} bytes", where=where, do="write one article a line")
    return make_row(_value(line.rstrip(b"\r\n"), where, encoding), where=where, known=known)


def _document(lines: Iterable[bytes], where: str) -> bytes:
    document = bytearray()
    for line in lines:
        document += line
        if len(document) > MOST_BYTES:
            do = "write one article a line, and call it .jsonl"
            raise BadRecord(f"a JSON document of more than {MOST_BYTES:,} bytes", where=where, do=do)
    return bytes(document)


def _value(raw: bytes, where: str, encoding: str) -> Any:
    try:
        text = decode_text(raw, where=where, encoding=encoding)
    except Unreadable as error:
        raise Unreadable(error.what, where=where, do="write JSON as UTF-8, or name its --encoding") from error
    return parse_json(text, where=where)


def _is_wide(encoding: str, where: str) -> bool:
    """Whether a line feed is more than one byte in this encoding."""
    try:
        return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    except LookupError as error:
        do = "name one such as utf-8 or windows-1252"
        raise Unreadable(f"there is no encoding {encoding!r}", where=where, do=do) from error


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines, each with its line break; of one that is too long, as much as shows that it is.

    Only a line feed ends a line: JSON may hold the other separators.
    """
    while line := stream.readline(MOST_BYTES + 1):
        while not line.endswith(b"\n") and (more := stream.readline(MOST_BYTES)):
            line = line[:MOST_BYTES] + more[-1:]
        yield line


def _wide_lines(stream: BinaryIO, encoding: str) -> Iterator[bytes]:
    """The lines of UTF-16 or UTF-32, as UTF-8."""
    characters = TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
    try:
        while line := characters.readline(MOST_BYTES + 1):
            while not line.endswith("\n") and (more := characters.readline(MOST_BYTES)):
                line = line[:MOST_BYTES] + more[-1:]
            yield line.encode("utf-8", errors="replace")
    finally:
        characters.detach()  # the stream is closed by whoever opened it
