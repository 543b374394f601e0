from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from io import BufferedReader, BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadOffsets, BadRecord
from reportedly.reading.intake.inputs import failure_of, read_inputs
from reportedly.reading.intake.known import Known
from reportedly.reading.intake.rows import MOST_BYTES
from reportedly.reading.intake.sources import count_inputs, whole_path
from reportedly.records.article import Article
from reportedly.records.reading import Failure
from tests.byhand import TEXT
from tests.reading.intake.test_language import OTHERS
from tests.reading.intake.test_parquet import write
from tests.reading.server import Site, serve
from tests.strategies import texts

HARBOUR = Path(__file__).with_name("pages") / "harbour.html"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one, so that places in messages are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


def one(*sources: str | Path, **options: Any) -> Article:
    (article,) = read_inputs(sources, **options)
    assert isinstance(article, Article), article
    return article


def failure(*sources: str | Path, **options: Any) -> Failure:
    (failed,) = read_inputs(sources, **options)
    assert isinstance(failed, Failure), failed
    return failed


def give(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    """Puts bytes on standard input."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BufferedReader(BytesIO(raw))))


@given(texts)
def test_a_plain_text_comes_back_to_the_character(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    words = "The harbour will close. " * 100 + text.replace("\0", "").replace("\r", "\n")
    path = tmp_path_factory.getbasetemp() / "plain.txt"
    path.write_bytes(words.encode())
    article = one(path)
    assert article.text == words
    assert article.span(0, len(words)).text == words


def test_line_breaks_of_a_plain_text_are_the_same_everywhere(here: Path) -> None:
    Path("unix.txt").write_bytes(TEXT.encode())
    Path("dos.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    Path("mac.txt").write_bytes(TEXT.replace("\n", "\r").encode())
    articles = list(read_inputs(["unix.txt", "dos.txt", "mac.txt"]))
    assert {article.text for article in articles if isinstance(article, Article)} == {TEXT}
    assert len({article.id for article in articles}) == 1


def test_direction_marks_and_odd_white_space_stay(here: Path) -> None:
    odd = "\u200f“It\u00a0rained”\u200e,\u2003she\u200d said.\u2028The\tend\u0301.\x0b\n\n\n "
    Path("a.txt").write_text(odd, encoding="utf-8")
    assert one("a.txt").text == odd


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_a_plain_text_in_any_usual_encoding(here: Path, encoding: str) -> None:
    Path("a.txt").write_bytes(TEXT.encode(encoding))
    assert one("a.txt").text == TEXT


def test_a_title_in_the_first_line_of_a_plain_text_is_text(here: Path) -> None:
    Path("a.txt").write_text("Harbour to close\n\n" + TEXT, encoding="utf-8")
    article = one("a.txt")
    assert article.title is None
    assert article.text.startswith("Harbour to close\n\n")


@pytest.mark.parametrize("text", ["<p>This is a plain text, as its name says.</p>", '{"text": "So is this one."}'])
def test_the_name_says_what_a_file_is(here: Path, text: str) -> None:
    Path("a.txt").write_text(text)
    assert one("a.txt").text == text


@given(text=texts.filter(lambda text: any(map(str.isalnum, text))), lines=st.booleans(), ascii=st.booleans())
def test_the_text_of_a_row_is_kept_to_the_character(
    tmp_path_factory: pytest.TempPathFactory, text: str, lines: bool, ascii: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / ("a.jsonl" if lines else "a.json")
    row = {"text": text, "language": "en"}
    path.write_bytes(json.dumps(row, ensure_ascii=ascii, indent=None if lines else 1).encode() + b"\n")
    assert one(path).text == text


def test_half_a_character_in_json_shifts_nothing(here: Path) -> None:
    Path("a.json").write_text('{"text": "It rained \\ud83d, \\ude00 and \\ud83d\\ude00."}')
    assert one("a.json").text == "It rained \ufffd, \ufffd and \U0001f600."


def test_a_row_says_what_is_known_of_its_article(here: Path) -> None:
    row = {"id": "7", "outlet": "UNN", "url": "https://a.example", "published": "2025-04-24", "byline": "Jo Marsh"}
    Path("a.json").write_text(json.dumps({**row, "title": "T", "text": TEXT}))
    article = one("a.json")
    assert (article.id, article.outlet, article.url, article.published) == tuple(list(row.values())[:4])
    assert (article.title, article.byline, article.language) == ("T", ("Jo Marsh",), "en")


def test_what_is_known_stands_over_the_row(here: Path) -> None:
    Path("a.json").write_text(json.dumps({"id": "7", "outlet": "UNN", "title": "T", "text": TEXT}))
    article = one("a.json", known=Known(outlet="The Lantern", published="2031-03-14"))
    assert (article.id, article.outlet, article.title) == ("7", "The Lantern", "T")
    assert article.published == "2031-03-14"


def test_a_row_may_hold_a_page(here: Path) -> None:
    row = {"html": HARBOUR.read_text(encoding="utf-8"), "outlet": "The Lantern, Sunday", "text": None}
    Path("a.json").write_text(json.dumps(row))
    article = one("a.json")
    assert article.text == one(HARBOUR).text
    assert (article.outlet, article.title) == ("The Lantern, Sunday", "Harbour to close on Monday")


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a"])
def test_articles_may_come_a_line(here: Path, name: str) -> None:
    lines = [json.dumps({"id": str(number), "text": TEXT}) for number in (1, 2)]
    Path(name).write_text("\ufeff" + lines[0] + "\r\n\n" + lines[1], encoding="utf-8")
    assert [article.id for article in read_inputs([name])] == ["1", "2"]


@pytest.mark.parametrize("empty", ["\n", "\r\n \n\n", "\ufeff\n"])
def test_empty_lines_before_the_first_article_change_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    line = json.dumps({"text": TEXT})
    give(monkeypatch, f"{empty}{line}\n{{broken\n{line}".encode())
    first, broken, second = read_inputs(["-"])
    assert (type(first), type(second)) == (Article, Article)
    assert isinstance(broken, Failure)
    assert broken.source == f"standard input, line {empty.count(chr(10)) + 2}"
    give(monkeypatch, f"{empty}{json.dumps([{'text': TEXT}], indent=2)}".encode())
    assert [type(article) for article in read_inputs(["-"])] == [Article]


def test_a_line_that_was_cut_off_says_where(here: Path) -> None:
    Path("a.jsonl").write_bytes(b'{"text": "It rained."}\n{"text":\n')
    _, failed = read_inputs(["a.jsonl"])
    assert isinstance(failed, Failure)
    assert (failed.source, failed.reason[:21]) == ("a.jsonl, line 2", "not JSON at column 9:")


def test_a_standard_input_that_is_closed_is_a_failure(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)  # as Python has it where a service started it without
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    failed, article = read_inputs(["-", "a.txt"])
    assert failed == Failure(id=None, source="standard input", reason="it is closed; name a file, or pipe the text in")
    assert isinstance(article, Article)


def test_articles_may_come_in_a_list(here: Path) -> None:
    Path("a.json").write_text(json.dumps([{"id": "1", "text": TEXT}, {"id": "2"}, {"id": "3", "text": TEXT}], indent=2))
    first, second, third = read_inputs(["a.json"])
    assert (first.id, third.id) == ("1", "3")
    assert second == Failure(
        id=None, source="a.json, item 2", reason='there is no text; give the words as "text", or a page as "html"'
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_lines_may_be_wide(here: Path, encoding: str) -> None:
    rows = [{"id": str(number), "text": f"\u0a0a\u0d0a It rained {number}."} for number in (1, 2)]  # bytes of \n inside
    Path("a.jsonl").write_bytes("\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode(encoding))
    assert [article.text for article in read_inputs(["a.jsonl"]) if isinstance(article, Article)] == [
        row["text"] for row in rows
    ]


def test_a_broken_line_costs_itself_only(here: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    lines = [
        good,
        b"{broken",
        b"\xff\xfe",
        b"[]",
        b"{}",
        json.dumps({"text": "…"}).encode(),
        good[:-1] + b"\xe9}",
        good,
    ]
    Path("a.jsonl").write_bytes(b"\n".join(lines))
    results = list(read_inputs(["a.jsonl"]))
    assert [type(result) for result in results] == [Article] + [Failure] * 6 + [Article]
    failures = [result for result in results if isinstance(result, Failure)]
    assert [failed.source for failed in failures] == [f"a.jsonl, line {number}" for number in range(2, 8)]
    assert failures[0].reason.startswith("not JSON at column 2: ")
    assert failures[1].reason.startswith("not utf-8 at byte 0; write JSON as UTF-8")
    assert failures[4].reason.startswith("there are no words in it; ")


def test_line_forty_thousand_is_found(here: Path) -> None:
    line = b'{"text": "It rained."}\n'
    Path("a.jsonl").write_bytes(line * 40_311 + b'{"text": "It rained."\n' + line)
    failures = [result for result in read_inputs(["a.jsonl"]) if isinstance(result, Failure)]
    assert [failed.source for failed in failures] == ["a.jsonl, line 40312"]


def test_a_line_without_end_costs_itself_only(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.reading.intake.rows.MOST_BYTES", 100)
    Path("a.jsonl").write_bytes(b'{"text": "' + b"x" * 1000 + b'"}\n{"text": "It rained."}\n')
    failed, article = read_inputs(["a.jsonl"])
    assert failed == Failure(
        id=None, source="a.jsonl, line 1", reason="a line of more than 100 bytes; write one article a line"
    )
    assert isinstance(article, Article)


def test_five_megabytes_are_an_article(here: Path) -> None:
    sentence = "The harbour will close on Monday, she said.\n"
    Path("a.txt").write_text(sentence * (5_000_000 // len(sentence)))
    assert len(one("a.txt").text) > 4_999_900


def test_a_text_without_end_is_refused_with_the_limit(here: Path) -> None:
    Path("a.txt").write_bytes(b"words " * (MOST_BYTES // 6 + 1))
    assert failure("a.txt").reason == "longer than 20,000,000 bytes; split it, or give JSON Lines"


def test_parquet_is_read_row_by_row(here: Path) -> None:
    write(
        here / "a.parquet",
        "select 'It rained.' as text, '1' as id union all select ' ', '2' union all select null, '3'",
    )
    article, blank, none = read_inputs(["a.parquet"])
    assert article.id == "1"
    assert blank == Failure(id="2", source="a.parquet, row 2", reason="there are no words in it; give a text")
    assert isinstance(none, Failure)
    assert none.source == "a.parquet, row 3"


@pytest.mark.parametrize(
    ("raw", "start"),
    [
        (TEXT.encode(), "PORT ELSWICK"),
        (
            b"\n <!-- saved --> <!DOCTYPE html><html><body>" + b"<p>It rained on the harbour, she said.</p>" * 9,
            "It rained",
        ),
        (b'{"text":\n "It rained."}', "It rained."),
        (b'{"text": "It rained."}', "It rained."),
        (b'[\n {"text": "It rained."}\n]', "It rained."),
        ('{\n"text": "It rained."}'.encode("utf-16"), "It rained."),
        (b"[Updated] It rained, she said.", "[Updated]"),
    ],
)
def test_standard_input_may_be_anything_but_parquet(raw: bytes, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, raw)
    assert one("-").text.startswith(start)


def test_parquet_on_a_stream_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"PAR1....PAR1")
    assert failure("-") == Failure(
        id=None, source="standard input", reason="Parquet cannot be read from a stream; give it as a file"
    )


def test_lines_of_a_pipe_are_read_as_they_come(here: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo("pipe")
    more = threading.Event()

    def write_slowly() -> None:
        with Path("pipe").open("wb", buffering=0) as pipe:
            pipe.write(b'{"text": "It rained."}\n')
            assert more.wait(10)
            pipe.write(b'{"text": "Then the sun shone."}\n')

    writer = threading.Thread(target=write_slowly)
    writer.start()
    articles = read_inputs(["pipe"])
    first = next(articles)
    more.set()  # only now, so the first must have come before the second was written
    second = next(articles)
    writer.join()
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert second.text == "Then the sun shone."


def test_a_folder_is_read_through_in_the_order_of_its_paths(here: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/10.TXT", "a/deep/er.json", "logo.png", ".hidden.txt", ".git/a.txt", "notes"):
        path = here / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {name}.")
    (here / "news/a/2.html").write_bytes(HARBOUR.read_bytes())
    texts = [r.text[:16] if isinstance(r, Article) else r.source for r in read_inputs(["news"])]
    assert texts == ["This is a/10.TXT", "Harbour to close", str(Path("news/a/deep/er.json")), "This is b.txt."]


def test_several_sources_come_in_their_order_and_a_broken_one_in_its_place(here: Path) -> None:
    for name in "ac":
        Path(f"{name}.txt").write_text(f"This is {name}.")
    results = list(read_inputs(["c.txt", "b.txt", Path("a.txt")]))
    assert [type(result) for result in results] == [Article, Failure, Article]


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("none.txt", None, "there is no such file; check the name"),
        ("", None, "there is no name of a file; name a file"),
        ("empty.txt", b"", "there are no words in it; give a text"),
        ("blank.txt", "\ufeff \n\u200b\u2028…".encode(), "there are no words in it; give a text"),
        ("binary.txt", b"\x7fELF\x00\x00", "these bytes are not text; give plain text"),
        ("binary", bytes(range(256)), "these bytes are not text; give plain text"),
        ("a.pdf", b"%PDF-1.7", "this is a PDF, not text; save its text first"),
        ("a.txt", "Ça café".encode("cp1252"), "not ascii at byte 0; leave --encoding out"),
        ("a.html", b"<html><body></body></html>", "there is no article on the page; "),
        ("a.json", b"", "not JSON at column 1: "),
        ("a.json", b"{\n'text': 1}", "not JSON at line 2, column 1: "),
        ("a.json", b'{"text": 5}', "5 where a string should be; "),
        ("a.json", b'{"text": "It rained.", "published": "May"}', "'May' is not an ISO 8601 date"),
        ("a.parquet", b"words", "not Parquet that can be read"),
    ],
)
def test_what_cannot_be_read_says_what_and_what_to_do(here: Path, name: str, raw: bytes | None, reason: str) -> None:
    if raw is not None:
        (here / name).write_bytes(raw)
    failed = failure(name, encoding="ascii" if reason.startswith("not ascii") else None)
    assert failed.reason.startswith(reason)
    assert (failed.source or "").startswith(name or "an empty argument")


def test_a_file_that_may_not_be_read_says_so(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    Path("a.txt").write_text("It rained.")
    monkeypatch.setattr(Path, "open", refuse)
    assert failure("a.txt").reason.startswith("the file may not be read; ")


def test_a_folder_without_articles_says_so(here: Path) -> None:
    Path("news").mkdir()
    Path("news/logo.png").write_bytes(b"\x89PNG")
    failed = failure("news")
    assert failed.source == "news"
    assert failed.reason.startswith("no file in this folder can be read; call the files .txt, ")


def test_articles_are_counted_where_names_tell_how_many(here: Path) -> None:
    Path("news").mkdir()
    for name in ("a.txt", "b.html", "logo.png"):
        Path("news", name).write_text("x")
    assert count_inputs(["news", "c.TXT", "https://a.example/1"]) == 4
    assert count_inputs(["news", "more.jsonl"]) is None
    assert count_inputs(["-"]) is None


def test_another_language_is_refused_unless_stated_to_be_english(here: Path) -> None:
    Path("a.txt").write_text(OTHERS["fr"], encoding="utf-8")
    failed = failure("a.txt")
    assert failed.source == "a.txt"
    assert failed.id is not None
    assert failed.reason.startswith("the text is in French, and only English is read; ")
    assert one("a.txt", known=Known(language="en")).language == "en"


def test_an_id_is_for_one_article(here: Path) -> None:
    Path("a.jsonl").write_text('{"text": "It rained."}\n' * 2)
    first, second = read_inputs(["a.jsonl"], known=Known(id="7"))
    assert first.id == "7"
    assert isinstance(second, Failure)
    assert second.reason.startswith("the id, URL or title given are those of one article, and this is another; ")


def test_an_address_is_fetched_and_is_the_url_of_its_article(site: Site) -> None:
    site.redirect("/1", "/2")
    site.page("/2", HARBOUR.read_bytes())
    article = one(site.url("/1"), allow_local=True)
    assert article.text == one(HARBOUR).text
    assert (article.url, article.outlet) == (site.url("/2"), "The Lantern")


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("“It rained.”".encode("cp1252"), "text/plain; charset=iso-8859-1"),
        ('{"text": "“It rained.”"}'.encode(), "application/json"),
        ('{"text": "“It rained.”"}\n'.encode(), "application/x-ndjson"),
        ('{"text": "“It rained.”"}\n'.encode(), None),
        ("“It rained.”".encode(), None),
    ],
)
def test_an_address_may_hold_text_or_json(site: Site, content: bytes, content_type: str | None) -> None:
    assert one(site.page("/1", content, content_type), allow_local=True).text == "“It rained.”"


def test_an_address_that_is_refused_is_a_failure_in_its_place(site: Site) -> None:
    url = site.page("/1", HARBOUR.read_bytes())
    assert "--allow-local" in failure(url).reason
    assert failure("ftp://a.example/1").source == "ftp://a.example/1"
    assert failure(site.url("/2"), allow_local=True) == Failure(
        id=None, source=site.url("/2"), reason="the server answered 404 Not Found; check the address"
    )


def test_any_other_error_is_a_bug_and_stops_the_run(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, *, where: str) -> Article:
        raise ZeroDivisionError

    Path("a.txt").write_text("It rained.")
    monkeypatch.setattr("reportedly.reading.intake.inputs.check_language", broken)
    with pytest.raises(ZeroDivisionError):
        list(read_inputs(["a.txt"]))


def test_a_failure_keeps_what_the_error_knows() -> None:
    assert failure_of(BadOffsets("5:3 is outside"), source="a.txt", id="7") == Failure(
        id="7", source="a.txt", reason="5:3 is outside"
    )
    assert failure_of(BadRecord("not JSON", where="a.jsonl, line 2 at text"), source="a.jsonl") == Failure(
        id=None, source="a.jsonl, line 2 at text", reason="not JSON"
    )


def test_one_source_is_a_list_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry will sail again in the spring, said the mayor.", encoding="utf-8")
    for source in (tmp_path / "a.txt", str(tmp_path / "a.txt")):
        (article,) = read_inputs(source)
        assert isinstance(article, Article)


def test_a_path_is_whole_or_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    (tmp_path / "loop").symlink_to("loop")
    assert whole_path("..") == str(tmp_path.resolve())
    assert whole_path("../loop/a.txt") == "../loop/a.txt"
    assert whole_path("https://a.example/1") == "https://a.example/1"
