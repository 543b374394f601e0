from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import BadInput
from reportedly.watching.opml import feeds_of

OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Agencies">
<outline type="rss" xmlUrl="https://a.example/rss"/><outline type="rss" xmlUrl="https://b.example/atom"/>
</outline><outline type="rss" xmlUrl="https://a.example/rss"/></body></opml>"""


def written(folder: Path, text: str) -> str:
    path = folder / "feeds.opml"
    path.write_text(text)
    return str(path)


def test_every_feed_of_a_reader_is_found_once(tmp_path: Path) -> None:
    assert feeds_of(written(tmp_path, OPML)) == ("https://a.example/rss", "https://b.example/atom")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "utf-16"])
def test_a_list_is_in_the_encoding_that_it_declares(tmp_path: Path, encoding: str) -> None:
    declared = OPML.replace("?>", f' encoding="{encoding.removesuffix("-sig")}"?>', 1).replace(
        "Agencies", "Agences, été"
    )
    path = tmp_path / "feeds.opml"
    path.write_bytes(declared.encode(encoding))
    assert feeds_of(str(path)) == ("https://a.example/rss", "https://b.example/atom")


def test_a_scheme_may_be_written_large(tmp_path: Path) -> None:
    assert feeds_of(written(tmp_path, "HTTP://a.example/rss")) == ("HTTP://a.example/rss",)


def test_a_text_has_an_address_a_line(tmp_path: Path) -> None:
    assert feeds_of(written(tmp_path, "# agencies\nhttps://a.example/rss\n\n")) == ("https://a.example/rss",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<opml><body></opml>", "this is no OPML"),
        ("<opml><body/></opml>", "there is no feed in this list"),
        ("", "there is no feed"),
        ("ftp://a.example", "line 1: 'ftp://a.example' is no address of a feed"),
        ("https://a.example/rss\nhttp://[bad/x", r"line 2: 'http://\[bad/x' is no address of a feed"),
        ("https://a.example/rss feed", "is no address of a feed"),
        ('<opml><outline xmlUrl="http://[bad/x"/></opml>', "is no address of a feed"),
        ('<?xml version="1.0" encoding="klingon"?><opml/>', "this is no OPML"),
    ],
)
def test_a_bad_list_says_what_is_wrong(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        feeds_of(written(tmp_path, text))


def test_a_file_of_something_else_is_not_told_at_length(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "' + "It rained. " * 100 + '"}')
    with pytest.raises(BadInput) as told:
        feeds_of(str(path))
    assert len(told.value.what) < 130


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        feeds_of(str(tmp_path / "none.opml"))
