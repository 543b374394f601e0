from __future__ import annotations

import csv
from io import StringIO

from reportedly.records import Failure
from reportedly.render.tables import COLUMNS, render_row, rows_of
from tests.byhand import small_reading


def rows(table: str) -> list[dict[str, str]]:
    lines = [render_row(COLUMNS[table]), *(render_row(row) for name, row in rows_of(small_reading()) if name == table)]
    return list(csv.DictReader(StringIO("".join(lines))))


def test_every_record_has_its_row() -> None:
    counts = {table: len(rows(table)) for table in COLUMNS}
    assert counts == {
        "articles": 1, "actors": 6, "mentions": 7, "statements": 2, "links": 5, "contacts": 1, "positions": 1,
        "timexes": 2, "failures": 0,
    }  # fmt: skip


def test_every_row_has_as_many_cells_as_its_table_has_columns() -> None:
    failure = Failure(id=None, source="a.txt", reason="no text")
    for table, row in [*rows_of(small_reading()), *rows_of(failure)]:
        assert len(row) == len(COLUMNS[table]), table


def test_the_words_stand_at_their_offsets() -> None:
    text = rows("articles")[0]["text"]
    for table in ("mentions", "contacts", "positions", "timexes"):
        for row in rows(table):
            assert text[int(row["start"]) : int(row["end"])] == row["text"]
    (_, interrupted) = rows("statements")
    pieces = zip(interrupted["starts"].split("; "), interrupted["ends"].split("; "), strict=True)
    assert " … ".join(text[int(start) : int(end)] for start, end in pieces) == interrupted["text"]


def test_what_the_text_does_not_say_is_empty() -> None:
    (_, _, first, *_) = rows("links")
    assert (first["mention"], first["cue_start"], first["said_from"]) == ("", "", "")


def test_parties_go_by_id_and_by_name() -> None:
    (contact,) = rows("contacts")
    assert (contact["parties"], contact["names"], contact["from"], contact["ordinal"]) == (
        "a5; a6", "Ada Renn; Tom Vale", "2031-03-14", "3",
    )  # fmt: skip
