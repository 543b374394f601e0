from __future__ import annotations

from reportedly.reading.layout.furniture import Piece, find_furniture
from reportedly.reading.left_out import notes_on_furniture
from reportedly.records.article import Article

TEXT = """PORT ELSWICK (Meridian Wire) — The harbour will close on Monday, two engineers said.

Details

The quay was built in 1907 and has not been mended since the storm of the year before last, the engineers said.

Read also: Ferry to Lantern Island stops

Mayor opens new market hall on the old quay
"""


def test_what_was_left_out_is_named_with_its_words() -> None:
    (note,) = notes_on_furniture(find_furniture(Article.of(TEXT)).pieces)
    assert note == (
        "left out: heading “Details”, link to another article “Read also: Ferry to Lantern Island stops”, "
        "headline of another article “Mayor opens new market hall on the old quay”"
    )


def test_what_the_records_hold_is_not_named() -> None:
    assert (
        notes_on_furniture(find_furniture(Article.of("By Jo Marsh\n\nPARIS (AP) — It rained, she said.")).pieces) == ()
    )


def test_long_pieces_are_cut_and_many_are_counted() -> None:
    article = Article.of("word " * 100)
    pieces = [Piece(kind="notice", span=article.span(0, 500))] * 10
    (note,) = notes_on_furniture(pieces)
    assert note.count("notice “") == 8
    assert note.endswith("word…”, 2 more")
    assert note.count("word") == 8 * 12
