"""What kind of input a stream is, by the content type that came with it or by how it begins."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress

from reportedly.reading.intake.charsets import mark_of
from reportedly.reading.intake.sources import Kind

CONTENT_TYPES: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "application/json": "json",
    "application/ld+json": "json",
    "application/jsonl": "lines",
    "application/x-ndjson": "lines",
    "application/ndjson": "lines",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
}
SNIFFED = 4096  # bytes that tell what a stream without a telling name is

_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|\?xml|html|head|body|title|meta|article|main|div|p)\b", re.I | re.S
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_JSON = re.compile(r"\s*(?:\{|\[\s*\{)")


def kind_of(beginning: bytes) -> Kind:
    """What a stream is, by how it begins."""
    if beginning.startswith(b"PAR1"):
        return "parquet"
    if _unzipped(beginning).startswith(b"WARC/"):
        return "warc"
    text = beginning.decode(mark_of(beginning) or "latin-1", errors="ignore")
    if _JSON.match(text):
        return "json"
    return "feed" if _FEED.match(text) else "page" if _PAGE.match(text) else "text"


def _unzipped(beginning: bytes) -> bytes:
    """The bytes, unpacked where they begin a gzip file."""
    if not beginning.startswith(b"\x1f\x8b"):
        return beginning
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=31).decompress(beginning, 16)
    return beginning
