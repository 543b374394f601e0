from __future__ import annotations

import gzip
import json
import os
from io import BytesIO

import pytest

from reportedly.batch import cutting
from reportedly.batch.cutting import Cut, cut_archive, cut_lines, cut_packed, part_of
from reportedly.batch.shards import Shard, ShardKind, Task
from reportedly.batch.slices import inputs_of
from reportedly.reading.intake.known import NOTHING
from reportedly.records import Article
from tests.archives import record


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards are long that have as many bytes as a picture."""
    monkeypatch.setattr(cutting, "BYTES", 100_000)
    monkeypatch.setattr(cutting, "PACKED_BYTES", 100_000)
    monkeypatch.setattr(cutting, "MOST_BYTES", 200_000)


def answer(number: int, content: bytes | None = None) -> bytes:
    text = f"The ferry will sail from pier {number} next spring.".encode()
    kind = "video/mp4" if content else "text/plain"
    return record(f"https://beacon.example/{number}", content or text, kind=kind)


def texts(content: bytes, kind: ShardKind, cuts: list[Cut]) -> list[str | None]:
    """The texts of all parts, None for a failure."""
    found: list[str | None] = []
    for number, cut in enumerate(cuts, 1):
        shard = Shard(number=number, path="x", kind=kind, size=1, **cut._asdict())
        task = Task(shard=shard, content=part_of(BytesIO(content), shard), known=NOTHING, sketched=False)
        found += [item.article.text if isinstance(item.article, Article) else None for item in inputs_of(task)]
    return found


PAGES = [f"The ferry will sail from pier {number} next spring." for number in range(4)]
ARCHIVE = answer(0) + answer(9, os.urandom(300_000)) + answer(1) + answer(2) + answer(3)


def test_what_lies_behind_something_long_in_an_archive_of_one_piece_is_read() -> None:
    packed = gzip.compress(ARCHIVE)
    assert cut_archive(BytesIO(packed), len(packed), 2) is None
    cuts = cut_packed(BytesIO(packed), 2)
    assert len(cuts) > 2
    assert texts(packed, "packed", cuts) == PAGES


def test_an_archive_of_a_piece_for_each_answer_is_cut_as_it_is() -> None:
    pieces = [answer(0), answer(9, os.urandom(300_000)), answer(1), answer(2), answer(3)]
    packed = b"".join(gzip.compress(piece) for piece in pieces)
    cuts = cut_archive(BytesIO(packed), len(packed), 2)
    assert cuts is not None
    assert texts(packed, "warc", cuts) == PAGES


def test_of_a_packed_archive_that_is_cut_off_all_before_is_read_and_the_rest_cannot_be() -> None:
    packed = gzip.compress(ARCHIVE + answer(10, os.urandom(300_000)))[:-100_000]
    *whole, damaged = cut_packed(BytesIO(packed), 2)
    assert texts(packed, "packed", whole) == PAGES
    with pytest.raises(EOFError):
        texts(packed, "packed", [damaged])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-be"])
def test_lines_of_every_encoding_are_cut(encoding: str) -> None:
    lines = [f"Ferry {number} will sail, said Ċapek of the “Beacon” ਊ." for number in range(7)]
    marked = "\ufeff" if encoding.endswith("be") else ""
    content = (marked + "".join(json.dumps({"text": line}, ensure_ascii=False) + "\n" for line in lines)).encode(
        encoding
    )
    cuts = list(cut_lines(BytesIO(content), 3))
    assert [cut.first for cut in cuts] == [1, 4, 7]
    assert texts(content, "lines", cuts) == lines
