from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from reportedly.errors import BadRecord, Unreadable
from reportedly.reading.intake.parquet import read_rows


def write(path: Path, query: str) -> Path:
    """A Parquet file with the rows of a query."""
    plain = path.with_name("plain")
    with duckdb.connect() as database:
        database.execute(f"copy ({query}) to '{plain}' (format parquet)")
    return plain.rename(path)


def test_the_columns_are_the_fields_of_the_article(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.parquet",
        "select 7 as shelf, 'It rained.' as text, 'one' as id, ['Jo', 'Ann'] as byline, null as title",
    )
    assert list(read_rows(path, where="a")) == [
        {"id": "one", "title": None, "byline": ["Jo", "Ann"], "text": "It rained."},
    ]


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("'2031-03-14'", "2031-03-14"),
        ("date '2031-03-14'", "2031-03-14"),
        ("timestamp '2031-03-14 18:30:00'", "2031-03-14T18:30:00"),
        ("timestamptz '2031-03-14 18:30:00+02'", "2031-03-14T16:30:00+00"),
    ],
)
def test_times_are_the_same_text_on_any_machine(
    tmp_path: Path, published: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    path = write(tmp_path / "a.parquet", f"select {published} as published, 'x' as text")
    assert [row["published"] for row in read_rows(path, where="a")] == [text]


def test_rows_come_in_their_order_however_many(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", "select 'text ' || range as text from range(1000)")
    assert [row["text"] for row in read_rows(path, where="a")] == [f"text {number}" for number in range(1000)]


@pytest.mark.parametrize("name", ["a*.parquet", "a[1].parquet", "a?.parquet", "a'b \".parquet", "ü.parquet"])
def test_a_name_is_a_name_and_no_pattern(tmp_path: Path, name: str) -> None:
    write(tmp_path / "a1.parquet", "select 'another' as text")
    path = write(tmp_path / name, "select 'this' as text")
    assert [row["text"] for row in read_rows(path, where="a")] == ["this"]


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", "select 'x' as body, 'y' as title")
    with pytest.raises(BadRecord, match=r"^a\.parquet: no column text or html among body, title; "):
        list(read_rows(path, where="a.parquet"))


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"PAR1 and nothing else that it takes PAR1", b"words"])
def test_what_is_no_parquet_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match=r"^a\.parquet: not Parquet that can be read"):
        list(read_rows(path, where="a.parquet"))
