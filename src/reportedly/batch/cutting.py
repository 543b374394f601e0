"""Inputs cut into shards: where each begins, found in one pass that looks at no article."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from gzip import GzipFile
from io import BytesIO
from itertools import pairwise
from typing import BinaryIO, NamedTuple, cast

from reportedly.batch.shards import Shard
from reportedly.reading.intake.charsets import mark_of
from reportedly.reading.intake.warc import places_in_archive

BYTES = 8_000_000  # after which a shard ends, however few articles it has: long ones take memory
MOST_BYTES = 64_000_000  # of a shard; one that is longer holds an article that is longer than any that is read
PACKED_BYTES = 4 * BYTES  # after which one of a packed archive ends: what stands before it is unpacked again for each
BLOCK = 1_000_000
WIDE = {"utf-16": 2, "utf-32": 4}  # how many bytes a line feed has
DAMAGED = (EOFError, OSError, zlib.error)  # what is said of gzip that is cut off or broken


class Cut(NamedTuple):
    """A part of an input: its bytes, or rows of Parquet, from `start` to `stop`; the number of its first article."""

    start: int
    stop: int
    first: int


def cut_lines(stream: BinaryIO, articles: int) -> Iterator[Cut]:
    """JSON Lines in parts of so many lines."""
    feed = _line_feed(stream.read(4))
    stream.seek(0)
    start, first, lines, at = 0, 1, 0, 0
    while block := stream.read(BLOCK):
        block += stream.read(-len(block) % len(feed))
        end = -1
        while (end := block.find(feed, end + 1)) >= 0:
            if end % len(feed):  # halves of two characters
                continue
            lines += 1
            stop = at + end + len(feed)
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


def cut_archive(stream: BinaryIO, size: int, articles: int) -> list[Cut] | None:
    """WARC in parts of so many answers; None where it was packed in pieces that are too long to be read whole."""
    cuts, dropped, start = [], [], 0
    for end in list(_ends(places_in_archive(stream), articles, BYTES)):  # before the stream is moved
        stream.seek(end)
        if _begins_archive(stream.read(2048)):
            cuts.append(Cut(start, end, 1))
            start = end
        else:
            dropped.append(end)
    if start < size:
        cuts.append(Cut(start, size, 1))
    long = [cut for cut in cuts if cut.stop - cut.start > MOST_BYTES]
    return None if any(cut.start < end <= cut.stop for cut in long for end in dropped) else cuts


def cut_packed(stream: BinaryIO, articles: int) -> list[Cut]:
    """Packed WARC in parts of so many answers, by the bytes that there are when it is unpacked.

    Where it is damaged, the place of the damage is a part of its own, which cannot be read.
    """
    unpacked = _unpacked(stream)
    places = list(places_in_archive(unpacked))
    ends = list(_ends(places, articles, PACKED_BYTES))
    try:
        while unpacked.read(BLOCK):
            pass
        ends.append(unpacked.tell())
    except DAMAGED:
        last = max(places, default=0)
        damage = max(last, unpacked.tell())
        ends += [last, damage, damage + 2 * BLOCK]
    return [Cut(start, end, 1) for start, end in pairwise((0, *ends)) if start < end]


def part_of(stream: BinaryIO, shard: Shard) -> bytes:
    """The bytes of a shard of JSON Lines or WARC, so that they can be read without those before them."""
    mark = _wide_mark(stream.read(4)) if shard.kind == "lines" and shard.start else b""
    stream.seek(0)
    there = _unpacked(stream) if shard.kind == "packed" else stream
    there.seek(shard.start)
    content = there.read(min(shard.stop - shard.start, MOST_BYTES))
    if shard.kind != "lines" and shard.stop - shard.start > MOST_BYTES:
        content = content[: max(places_in_archive(BytesIO(content)), default=0)]  # what is longer is no page
    return mark + content


def _wide_mark(beginning: bytes) -> bytes:
    """The byte order mark of UTF-16 or UTF-32; nothing where there is none."""
    return beginning[: WIDE.get(mark_of(beginning) or "", 0)]


def _line_feed(beginning: bytes) -> bytes:
    mark = _wide_mark(beginning)
    return ord("\n").to_bytes(len(mark) or 1, "big" if mark.endswith(b"\xff") else "little")


def _unpacked(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, GzipFile(fileobj=stream))


def _ends(places: Iterable[int], articles: int, size: int) -> Iterator[int]:
    """Where parts end, of these places at which an answer begins."""
    start, answers = 0, 0
    for place in places:
        if answers and (answers >= articles or place - start >= size):
            yield place
            start, answers = place, 0
        answers += 1


def _begins_archive(beginning: bytes) -> bool:
    with suppress(zlib.error):
        if beginning.startswith(b"\x1f\x8b"):
            beginning = zlib.decompressobj(wbits=31).decompress(beginning, 16)
    return beginning.startswith(b"WARC/")
