"""Inputs cut into shards: where each begins, found in one pass that looks at no article."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from reportedly.reading.intake.charsets import mark_of
from reportedly.reading.intake.warc import places_in_archive

BYTES = 8_000_000  # after which a shard ends, however few articles it has: long ones take memory
BLOCK = 1_000_000
WIDE = ("utf-16", "utf-32")  # a line feed is more than one byte in these


class Cut(NamedTuple):
    """A part of an input: its bytes, or rows of Parquet, from `start` to `stop`; the number of its first article."""

    start: int
    stop: int
    first: int


def cut_lines(stream: BinaryIO, size: int, articles: int) -> Iterator[Cut]:
    """JSON Lines in parts of so many lines; whole where lines cannot be told by their bytes."""
    beginning = stream.read(4)
    if (mark_of(beginning) or "").startswith(WIDE):
        yield Cut(0, size, 1)
        return
    stream.seek(0)
    start, first, lines, at = 0, 1, 0, 0
    while block := stream.read(BLOCK):
        end = -1
        while (end := block.find(b"\n", end + 1)) >= 0:
            lines += 1
            stop = at + end + 1
            if lines == articles or stop - start >= BYTES:
                yield Cut(start, stop, first)
                start, first, lines = stop, first + lines, 0
        at += len(block)
    if start < at:
        yield Cut(start, at, first)


def cut_rows(groups: list[int], articles: int) -> Iterator[Cut]:
    """Parquet in parts of so many rows, none of which reaches over two row groups."""
    begins = 0
    for rows in groups:
        for start in range(begins, begins + rows, articles):
            yield Cut(start, min(start + articles, begins + rows), start + 1)
        begins += rows


def cut_archive(stream: BinaryIO, size: int, articles: int) -> Iterator[Cut]:
    """WARC in parts of so many answers; whole where it was packed as one piece."""
    start, answers = 0, 0
    ends = []
    for place in places_in_archive(stream):
        if answers and (answers >= articles or place - start >= BYTES):
            ends.append(place)
            start, answers = place, 0
        answers += 1
    start = 0
    for end in ends:
        stream.seek(end)
        if _begins_archive(stream.read(2048)):
            yield Cut(start, end, 1)
            start = end
    if start < size:
        yield Cut(start, size, 1)


def _begins_archive(beginning: bytes) -> bool:
    with suppress(zlib.error):
        if beginning.startswith(b"\x1f\x8b"):
            beginning = zlib.decompressobj(wbits=31).decompress(beginning, 16)
    return beginning.startswith(b"WARC/")
