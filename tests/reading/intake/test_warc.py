from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from reportedly.reading.intake import inputs
from reportedly.reading.intake.inputs import Input, found_inputs
from reportedly.records.article import Article
from reportedly.records.reading import Failure
from tests.archives import record

WORDS = "The harbour will close for repairs in the spring, said the mayor of the town. "
HARBOUR = (Path(__file__).with_name("pages") / "harbour.html").read_bytes()

RECORDS = [
    record("https://lantern.example/harbour", HARBOUR),
    record("https://lantern.example/logo.png", b"\x89PNG", kind="image/png"),
    record("https://lantern.example/gone", b"<p>gone</p>", status="404 Not Found"),
    record("https://lantern.example/note", b"The harbour will close, she said.", kind="text/plain"),
    record("https://lantern.example/list", b"<html><body></body></html>"),
]


def found(paths: list[Path]) -> list[Input]:
    return [item for item in found_inputs(paths) if isinstance(item, Input)]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl"])
def test_the_pages_of_an_archive_are_articles_with_the_date_of_the_crawl(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"".join(map(gzip.compress, RECORDS)) if name != "crawl.warc" else b"".join(RECORDS))
    page, note, empty = found([path])
    assert isinstance(page.article, Article)
    assert (page.article.url, page.article.published) == (
        "https://lantern.example/harbour", "2024-03-14T18:30:00+01:00",
    )  # fmt: skip
    assert {(date.kind, date.used) for date in page.given.dates} == {
        ("published", True), ("modified", False), ("crawl", False),
    }  # fmt: skip
    assert page.given.source == f"{path}, https://lantern.example/harbour"
    assert isinstance(note.article, Article)
    assert (note.article.text, note.article.published) == ("The harbour will close, she said.", None)
    assert isinstance(empty.article, Failure)


@pytest.mark.parametrize(
    "raw", [b"", b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", b"words"]
)
def test_an_archive_without_pages_is_a_failure(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(raw)
    (failed,) = found([tmp_path / "a.warc"])
    assert isinstance(failed.article, Failure)


def test_an_archive_that_is_cut_off_gives_the_pages_before(tmp_path: Path) -> None:
    whole = gzip.compress(RECORDS[0]) + gzip.compress(RECORDS[3] * 400)
    (tmp_path / "a.warc.gz").write_bytes(whole[:-40])
    first, *rest = found([tmp_path / "a.warc.gz"])
    assert isinstance(first.article, Article)
    assert rest


@pytest.mark.parametrize("zipped", [True, False])
def test_a_page_that_is_cut_off_is_no_article(tmp_path: Path, zipped: bool) -> None:
    records = [gzip.compress(one) if zipped else one for one in RECORDS]
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    path.write_bytes(records[3] + records[0][: len(records[0]) // 2])
    first, cut = found([path])
    assert isinstance(first.article, Article)
    assert isinstance(cut.article, Failure)
    assert cut.article.reason.startswith("not WARC that can be read (it ends within https://lantern.example/harbour)")
    path.write_bytes(records[3][: len(records[3]) // 2 + (0 if zipped else 80)])
    (cut,) = found([path])
    assert isinstance(cut.article, Failure)


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("until", [b"WARC-Ty", b"WARC-Target", b"WARC-Record-ID", b"HTTP/1.1 200", b"-8\r\n"])
def test_an_archive_that_is_cut_within_the_headers_of_a_record_says_so(
    tmp_path: Path, until: bytes, zipped: bool
) -> None:
    cut = RECORDS[0][: RECORDS[0].index(until) + len(until)]
    path = tmp_path / "a.warc"
    path.write_bytes(gzip.compress(RECORDS[3]) + gzip.compress(cut)[:-8] if zipped else RECORDS[3] + cut)
    first, failed = found([path])
    assert isinstance(first.article, Article)
    assert isinstance(failed.article, Failure)
    assert "(it ends within " in failed.article.reason


def test_answers_that_came_in_chunks_and_packed_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(HARBOUR)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    more = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    (tmp_path / "a.warc").write_bytes(record("https://lantern.example/harbour", chunked, more=more) + RECORDS[0])
    first, second = found([tmp_path / "a.warc"])
    assert isinstance(first.article, Article)
    assert first.article == second.article


def test_a_page_that_is_too_long_is_a_failure_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MOST_BYTES", 4000)
    path = tmp_path / "a.warc"
    long, short = (f"<html><title>T</title><article><p>{WORDS * n}</p></article>".encode() for n in (60, 5))
    path.write_bytes(record("https://a.example/long", long) + record("https://a.example/short", short))
    first, second = (item.article for item in found([path]))
    assert isinstance(first, Failure)
    assert "longer than 4,000 bytes" in first.reason
    assert not isinstance(second, Failure)
