"""WARC, the format of web archives -> the pages in it: the only user of fastwarc.

Answers that hold a page or a text with status 200 are read; pictures, scripts, redirects and errors are passed over.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportedly.errors import NotAnArticle, Unreadable

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})(?:;[^\r\n]*)?\r\n")
TEXTS = {"text/html": "page", "application/xhtml+xml": "page", "text/plain": "text"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A page as it was fetched: its address, its bytes, what its server says of them, when, and its size there."""

    url: str
    content: bytes
    kind: str
    charset: str | None
    crawled: str | None
    size: int
    cut: bool = False  # longer than what is read


def read_archive(stream: BinaryIO, *, where: str, at_most: int) -> Iterator[Archived]:
    """The pages of an archive, one in memory at a time; Unreadable when it is damaged, NotAnArticle without pages."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # late: few read archives

    before, pages, whole = 0, 0, True
    answers = WarcRecordType.response, WarcRecordType.resource
    try:
        # not auto_decode: with it, fastwarc 2.0.1 loses the record after one that is both in chunks and packed
        records: Iterator[Any] = iter(ArchiveIterator(stream, parse_http=True))
        for record in records:
            page = _page(record, at_most) if record.record_type in answers else None
            if page is not None:
                pages += 1
                position = stream.tell()
                yield Archived(**page, size=max(0, position - before))
                before = position
            whole = page is not None or _is_whole(record)
        if not whole:
            raise ValueError("it ends within a record")
    except (OSError, ValueError, RuntimeError) as error:
        raise Unreadable(f"not WARC that can be read ({error})", where=where, do="write it again") from error
    if not pages:
        raise NotAnArticle("there is no page in this archive", where=where, do="give a WARC file with pages")


def places_in_archive(stream: BinaryIO) -> Iterator[int]:
    """Where the answers in an archive begin, in bytes of its file, up to where it is damaged.

    From each of these places it can be read as an archive of its own; of an archive that was packed as one piece, only
    the first is given.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # late, as above

    last = -1
    with suppress(EOFError, OSError, ValueError, RuntimeError, zlib.error):
        kinds = WarcRecordType.response | WarcRecordType.resource
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=False):
            if record.stream_pos > last:
                last = record.stream_pos
                yield last


def _page(record: Any, at_most: int) -> dict[str, Any] | None:
    url = record.headers.get("WARC-Target-URI")
    http = record.http_headers
    declared = (http.get("Content-Type") if http else record.headers.get("Content-Type")) or ""
    kind = TEXTS.get(declared.partition(";")[0].strip().lower())
    if not url or kind is None or (http is not None and http.status_code not in (None, 200)):
        return None
    length = record.content_length
    content = record.reader.read(at_most + 1)
    if len(content) < min(length, at_most + 1):  # fastwarc gives what there is, and ends as if that were all
        raise ValueError(f"it ends within {url.strip('<>')}")
    if http is not None and len(content) <= at_most:
        content = _unpacked(_joined(content), at_most + 1)
    date = record.record_date
    return {
        "url": url.strip("<>"),
        "content": content[:at_most],
        "cut": len(content) > at_most,
        "kind": kind,
        "charset": record.http_charset if http else None,
        "crawled": date.isoformat() if date else None,
    }


def _is_whole(record: Any) -> bool:
    """Whether a record that is passed over is all there; of one that ends in its headers, fastwarc says nothing."""
    return "Content-Length" in record.headers and record.reader.consume() >= record.content_length


def _joined(content: bytes) -> bytes:
    """The content of an answer that came in chunks (RFC 9112, 7.1) and was kept so; others are left as they are."""
    joined = bytearray()
    at = 0
    while match := _CHUNK.match(content, at):
        size = int(match[1], 16)
        joined += content[match.end() : match.end() + size]
        at = match.end() + size + 2
        if not size:
            return bytes(joined)
    return content


def _unpacked(content: bytes, at_most: int) -> bytes:
    """The content of an answer that came packed with gzip; others are left as they are."""
    if content.startswith(b"\x1f\x8b"):
        with suppress(zlib.error):
            return zlib.decompressobj(wbits=31).decompress(content, at_most)
    return content
